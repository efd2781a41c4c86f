import type { EntityItem } from "electrodb"
import { type Actor, userIdOf } from "../actor"
import { batch, table } from "../table"
import type { FollowEntity } from "./follow.entity"

export type FollowRow = EntityItem<typeof FollowEntity>

/**
 * Whom of these people the actor follows, requests not counted. Strongly consistent: it decides what may be seen.
 * @returns their ids; nobody for visitors
 */
export async function followedAmong(actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const followerId = userIdOf(actor)
  if (followerId === undefined) return new Set()
  const others = [...new Set(userIds)].filter((id) => id !== followerId)
  const keys = others.map((followeeId) => ({ followerId, followeeId }))
  const rows = await batch(keys, (left) => table().follow.get(left).go({ consistent: true }))
  return new Set(rows.filter(({ state }) => state === "active").map(({ followeeId }) => followeeId))
}
