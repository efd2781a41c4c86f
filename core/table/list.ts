import { decodeCursor, encodeCursor } from "../cursor"
import type { Page } from "../page.schema"

type List<Row, View> = {
  /** Names the list in its cursors. */
  list: string
  page: { limit: number; cursor?: string | undefined }
  /** Reads up to `count` rows beyond an id, in the order of the list: mostly the newest first. */
  read: (before: string | undefined, count: number) => Promise<Row[]>
  idOf: (row: Row) => string
  /** Turns rows into what the reader may see of them, in the same order; it may leave some out. */
  show: (rows: Row[]) => Promise<View[]>
}

/** How many times a page is refilled before it is given shorter than asked; the reader goes on with its cursor. */
const refills = 5

/**
 * One page of a list. A page that filtering made short is refilled, so a short page means nothing but itself,
 * and only `nextCursor: null` means the end.
 */
export async function listOf<Row, View>({
  list,
  page,
  read,
  idOf,
  show,
}: List<Row, View>): Promise<Page<View>> {
  let before = page.cursor ? decodeCursor(list, page.cursor) : undefined
  const items: View[] = []
  for (let round = 0; round < refills && items.length < page.limit; round++) {
    const wanted = page.limit - items.length
    const rows = await read(before, wanted + 1)
    const taken = rows.slice(0, wanted)
    items.push(...(await show(taken)))
    const last = taken.at(-1)
    if (rows.length <= wanted || last === undefined) return { items, nextCursor: null }
    before = idOf(last)
  }
  return { items, nextCursor: before === undefined ? null : encodeCursor(list, before) }
}
