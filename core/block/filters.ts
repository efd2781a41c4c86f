import { z } from "zod"
import { requireUser } from "../actor"
import { operation } from "../operation"
import { Relation } from "../relation"
import { batch, table } from "../table"
import { now } from "../time"
import { Filters, type FiltersView } from "./block.schema"

/** The words that the actor filters out, folded, in order. */
export const filters = operation(z.strictObject({}), async (actor): Promise<FiltersView> => {
  requireUser(actor)
  const { words } = await Relation.of(actor)
  return { words: [...words] }
})

/**
 * Replaces the words that the actor filters out. New ones are there before old ones go, so that nothing that stays
 * filtered is shown in between; cut off in the middle it is right once it is sent again.
 */
export const setFilters = operation(Filters, async (actor, { words }): Promise<FiltersView> => {
  const { userId } = requireUser(actor)
  const { words: old } = await Relation.of(actor)
  const row = (target: string): Relation.RelationKey => ({ userId, kind: "WORD", target })
  const added = words.filter((word) => !old.includes(word)).map(row)
  const gone = old.filter((word) => !words.includes(word)).map(row)
  await batch(added, (left) => put(left))
  await batch(gone, (left) => table().relation.delete(left).go())
  return { words }
})

const put = (words: readonly Relation.RelationKey[]) =>
  table()
    .relation.put(words.map((word) => ({ ...word, createdAt: now() })))
    .go()
