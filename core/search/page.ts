import { decodeCursor, encodeCursor } from "../cursor"
import type { Page } from "../page.schema"
import { type Read, Walk } from "./walk"

/** How often a page is refilled after filtering. */
const refills = 5

export type Slice = { limit: number; cursor?: string | undefined }

/** What the ids of a walk are shown as; some are left out. */
type Show<View> = (ids: string[]) => Promise<View[]>

/**
 * One page of what a walk finds, refilled after filtering. It may be shorter than asked, or empty, and go on: only
 * `nextCursor: null` is the end.
 */
export async function pageOfWalk<View>(
  list: string,
  terms: readonly string[],
  { limit, cursor }: Slice,
  read: Read,
  show: Show<View>,
): Promise<Page<View>> {
  const walk = new Walk(terms, read, cursor ? decodeCursor(list, cursor) : undefined)
  const items: View[] = []
  for (let round = 0; round < refills && items.length < limit; round++) {
    const wanted = limit - items.length
    const ids = await walk.next(wanted)
    items.push(...(await show(ids)))
    if (ids.length < wanted) break
  }
  await walk.look()
  return { items, nextCursor: walk.ended ? null : encodeCursor(list, walk.below) }
}
