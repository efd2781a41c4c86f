import type { EntityItem } from "electrodb"
import { z } from "zod"
import { requireUser } from "../actor"
import { firstIdAt } from "../id"
import { operation } from "../operation"
import { table } from "../table"
import { hours } from "../time"
import type { NotificationSettingsEntity } from "./notification.entity"
import { Kind, type NotificationSettingsView, UpdateNotificationSettings } from "./notification.schema"

export type SettingsRow = EntityItem<typeof NotificationSettingsEntity>
type Settings = { off: readonly string[] } & Pick<SettingsRow, "digest" | "digestHour" | "dueAt">

/** In UTC: morning in Europe, afternoon in Japan. */
const defaultHour = 7

/** What a person wants to be told of; everything, until they say otherwise. */
export async function settingsOf(userId: string, consistent = false): Promise<Settings> {
  const { data } = await table().notificationSettings.get({ userId }).go({ consistent })
  return { ...data, off: data?.off ?? [] }
}

/** The actor's settings. */
export const settings = operation(z.strictObject({}), async (actor): Promise<NotificationSettingsView> => {
  const { userId } = requireUser(actor)
  return view(await settingsOf(userId, true))
})

/** Changes what the actor is told of, and whether it is mailed; what is not mentioned stays. */
export const setSettings = operation(
  UpdateNotificationSettings,
  async (actor, { kinds, digest, digestHour }): Promise<NotificationSettingsView> => {
    const { userId } = requireUser(actor)
    const before = await settingsOf(userId, true)
    if (kinds) {
      const off = Kind.options.filter((kind) => !(kinds[kind] ?? !before.off.includes(kind)))
      await table().notificationSettings.update({ userId }).set({ off }).go()
    }
    if (digest !== undefined || digestHour !== undefined) {
      const hour = digestHour ?? before.digestHour ?? defaultHour
      await setDigest(userId, before, digest ?? before.digest ?? "off", hour)
    }
    return view(await settingsOf(userId, true))
  },
)

/** Ends the digest of a person; nothing else changes. */
export async function endDigest(userId: string): Promise<void> {
  const before = await settingsOf(userId, true)
  if (before.digest === "daily") await setDigest(userId, before, "off", before.digestHour ?? defaultHour)
}

async function setDigest(userId: string, before: Settings, digest: "off" | "daily", digestHour: number) {
  const begins = digest === "daily" && before.digest !== "daily"
  await table()
    .notificationSettings.update({ userId })
    .set({
      digest,
      digestHour,
      // Also when it ends: the index is left with all that it is made of.
      dueAt: nextDue(digestHour),
      // The first one tells what is new from now on.
      ...(begins ? { digestedTo: firstIdAt("notification", Date.now()) } : {}),
    })
    .go()
}

/** The next time at which it is that hour in UTC. */
export function nextDue(hour: number, after = Date.now()): string {
  const day = new Date(after)
  const due = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour)
  return new Date(due > after ? due : due + hours(24) * 1000).toISOString()
}

function view({ off, digest = "off", digestHour = defaultHour }: Settings): NotificationSettingsView {
  const kinds = Object.fromEntries(Kind.options.map((kind) => [kind, !off.includes(kind)]))
  return { kinds: kinds as NotificationSettingsView["kinds"], digest, digestHour }
}
