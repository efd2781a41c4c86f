import { type Actor, readOnce, requireUser } from "../actor"
import { table } from "../table"
import { epoch } from "../time"
import type { NotificationRow } from "./tell"

type Range = { above?: string | undefined; below?: string | undefined }

/**
 * Up to so many of a person's notifications, the newest first. Rows are removed days after they expire, and all that
 * come after an expired one have expired too.
 * @param range only those above one id and below another, neither included
 */
export async function newest(userId: string, count: number, range: Range = {}): Promise<NotificationRow[]> {
  // No key is empty, and none begins with these.
  const { above = "!", below = "~" } = range
  const list = table().notification.query.byTime({ userId })
  // Both ends of `between` belong to it.
  const between = list.between({ notificationId: above }, { notificationId: below })
  const { data } = await between.go({ order: "desc", limit: count + 2, count: count + 2 })
  return data
    .filter((row) => row.notificationId !== above && row.notificationId !== below && row.expires > epoch())
    .slice(0, count)
}

/** How far the actor has read, as the id of a notification; `!`, which is below all, when nothing was read. Strongly consistent. */
export function readUpTo(actor: Actor): Promise<string> {
  const { userId } = requireUser(actor)
  return readOnce(actor, "notifications read", async () => {
    const { data } = await table().notificationMark.get({ userId }).go({ consistent: true })
    return data?.upTo ?? "!"
  })
}
