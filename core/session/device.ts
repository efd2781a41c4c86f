import { createHash } from "node:crypto"
import type { Actor, Place } from "../actor"
import { batch, table, unlessRefused } from "../table"
import { days, epoch, now } from "../time"

/** How long a browser is known after its last sign-in. The cookie lives as long. */
export const deviceSeconds = days(400)

type Person = { userId: string; seenOn?: string | undefined }

/**
 * Notes that a person signs in with this browser.
 * @returns its hash, and whether the person should be told: it is new, and they were here before, somewhere else
 */
export async function meet(
  actor: Actor,
  { userId, seenOn }: Person,
): Promise<{ deviceHash?: string; isNew: boolean }> {
  const device = actor.kind === "system" ? undefined : actor.device
  // Whoever was never here is on their first device. A program that keeps no cookie is new each time.
  if (!device) return { isNew: seenOn !== undefined }
  const row = {
    userId,
    hash: hashOf(userId, device),
    usedOn: now().slice(0, 10),
    expires: epoch(deviceSeconds),
  }
  const made = await unlessRefused(table().knownDevice.create(row).go())
  if (!made) await table().knownDevice.put(row).go()
  return { deviceHash: row.hash, isNew: seenOn !== undefined && made !== undefined }
}

/** Takes the browsers that a person's sessions were opened on out of those that the person is known by. */
export async function forget(
  sessions: readonly { userId: string; deviceHash?: string | undefined }[],
): Promise<void> {
  const keys = new Map(
    sessions.flatMap(({ userId, deviceHash: hash }) => (hash ? [[hash, { userId, hash }]] : [])),
  )
  await batch([...keys.values()], (left) => table().knownDevice.delete(left).go())
}

/** Where the actor's address is. */
export const placeOf = (actor: Actor): Place | undefined =>
  actor.kind === "system" ? undefined : actor.place

/** Of one person's browser: two people who share one cannot be found by it. */
const hashOf = (userId: string, device: string) =>
  createHash("sha256").update(`${userId}\n${device}`).digest("base64url")

/** Takes away some of the browsers that a person is known by. @returns whether there may be more */
export async function eraseDevices(userId: string, count = 100): Promise<boolean> {
  const { data } = await table().knownDevice.query.byUser({ userId }).go({ limit: count, count })
  await batch(
    data.map(({ hash }) => ({ userId, hash })),
    (left) => table().knownDevice.delete(left).go(),
  )
  return data.length === count
}
