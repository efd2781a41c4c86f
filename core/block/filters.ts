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
  const row = (target: string) => ({ userId, kind: "WORD" as const, target })
  const added = words.filter((word) => !old.includes(word))
  const rows = added.map((word) => ({ ...row(word), createdAt: now() }))
  await batch(rows, (left) => write(left))
  const gone = old.filter((word) => !words.includes(word)).map(row)
  await batch(gone, (left) => table().relation.delete(left).go())
  return { words }
})

/** Gives back the whole rows that a busy table left out: ElectroDB names them by their keys alone. */
async function write(rows: { userId: string; kind: "WORD"; target: string; createdAt: string }[]) {
  const { unprocessed } = await table().relation.put(rows).go()
  return { unprocessed: rows.filter(({ target }) => unprocessed.some((key) => key.target === target)) }
}
