import { batch, table } from "../table"
import type { RelationKey } from "./relation"

const limit = 100
const otherSide = { BLOCK: "BLOCKEDBY", BLOCKEDBY: "BLOCK" } as const

/** Removes some of what stands between a person and others, on both sides. @returns whether some is left */
export async function eraseBy(userId: string): Promise<boolean> {
  const [{ data: mine }, { data: muting }] = await Promise.all([
    table().relation.query.byUser({ userId }).go({ limit, count: limit, consistent: true }),
    table().relation.query.mutes({ target: userId }).go({ limit, count: limit }),
  ])
  const sides = mine.flatMap(({ kind, target }): RelationKey[] =>
    kind === "BLOCK" || kind === "BLOCKEDBY"
      ? [{ userId: target, kind: otherSide[kind], target: userId }]
      : [],
  )
  // The other sides first: by the person's own they are found.
  for (const keys of [[...sides, ...muting.map(keyOf)], mine.map(keyOf)])
    await batch(keys, (left) => table().relation.delete(left).go())
  return mine.length === limit || muting.length === limit
}

const keyOf = ({ userId, kind, target }: RelationKey): RelationKey => ({ userId, kind, target })
