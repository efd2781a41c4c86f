import type { EntityItem } from "electrodb"
import { type Actor, readOnce, userIdOf } from "../actor"
import { batch, table } from "../table"
import { epoch } from "../time"
import type { RelationEntity } from "./relation.entity"

/** What a reader does not get to see. Visitors have none. */
export type Relations = {
  /** People between whom and the reader there is a block, whoever made it. */
  blocked: ReadonlySet<string>
  muted: ReadonlySet<string>
  /** People whom the reader no longer follows, and whose posts are still being taken out of the feed. */
  left: ReadonlySet<string>
  /** Words, folded, whose posts the reader filters out. */
  words: readonly string[]
  /** Whether the reader follows an account or a tag whose posts the feed pulls. */
  pulls: boolean
}

export { eraseBy } from "./erase"

export type RelationRow = EntityItem<typeof RelationEntity>
export type RelationKey = Pick<RelationRow, "userId" | "kind" | "target">

const none: Relations = { blocked: new Set(), muted: new Set(), left: new Set(), words: [], pulls: false }

/**
 * Reads what stands between the actor and others: one strongly consistent query, 1 RRU for most people.
 * @returns nothing for visitors and for the product itself
 */
export async function of(actor: Actor): Promise<Relations> {
  const userId = userIdOf(actor)
  return userId === undefined ? none : readOnce(actor, "relations", () => ofUser(userId))
}

/** The same of a person by id, for what happens behind their back: fan-out, notifications. */
export async function ofUser(userId: string): Promise<Relations> {
  const { data } = await table().relation.query.byUser({ userId }).go({ pages: "all", consistent: true })
  const rows = data.filter(({ expires }) => expires === undefined || expires > epoch())
  const targets = (...kinds: string[]) =>
    rows.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => target)
  return {
    blocked: new Set(targets("BLOCK", "BLOCKEDBY")),
    muted: new Set(targets("MUTE")),
    left: new Set(targets("LEFT")),
    words: targets("WORD"),
    pulls: targets("LARGE").length > 0,
  }
}

/** Whether there is a block between two people, whoever made it. One strongly consistent read. */
export async function isBlocked(userId: string, otherId: string): Promise<boolean> {
  const kinds: RelationKey["kind"][] = ["BLOCK", "BLOCKEDBY"]
  const keys = kinds.map((kind): RelationKey => ({ userId, kind, target: otherId }))
  const found = await batch(keys, (left) => table().relation.get(left).go({ consistent: true }))
  return found.length > 0
}

/** Whether one thing stands between a person and another. Strongly consistent. */
export async function has(key: RelationKey): Promise<boolean> {
  const { data } = await table().relation.get(key).go({ consistent: true })
  return data !== null
}

/**
 * Up to so many relations of one kind to other people, by their ids from above.
 * @param before only those below this id
 */
export async function below(
  userId: string,
  kind: RelationKey["kind"],
  before: string | undefined,
  count: number,
): Promise<RelationRow[]> {
  // Both ends belong to it, and the one before is known. Ids are of ASCII letters, which `~` comes after.
  const list = table().relation.query.byUser({ userId })
  const between = list.between({ kind, target: "" }, { kind, target: before ?? "~" })
  const { data } = await between.go({ order: "desc", limit: count + 1, count: count + 1, consistent: true })
  return data.filter(({ target }) => target !== before).slice(0, count)
}
