import { AppError } from "../error"
import { type Entities, table, unlessRefused } from "../table"
import { nowAfter } from "../time"
import { placesAfter } from "./items"
import { type AlbumRow, albumRows } from "./lineage"
import { headLength } from "./view"

type Change = { items?: number; lastRank?: string | undefined; gone?: readonly string[] }

/**
 * Writes that the items of an album change, in the state in which they were seen.
 * @param change with the posts that are taken out: none of them stays for the cover
 */
export function changed(
  t: Entities,
  { albumId, change, updatedAt, head, coverPostId }: AlbumRow,
  { items = 0, lastRank, gone = [] }: Change,
) {
  const patch = t.album
    .patch({ albumId })
    .add({ items, change: 1 })
    .set({ updatedAt: nowAfter(updatedAt), ...(lastRank === undefined ? {} : { lastRank }) })
    .set(gone.length > 0 ? { head: head.filter((postId) => !gone.includes(postId)) } : {})
  return (coverPostId && gone.includes(coverPostId) ? patch.remove(["coverPostId"]) : patch)
    .where((album, { eq }) => eq(album.change, change))
    .commit()
}

/** Notes which posts come first, for the cover. Behind others that do the same, it is settled by the last of them. */
export async function settleHead(albumId: string): Promise<void> {
  for (let look = 0; look < 4; look++) {
    const row = (await albumRows([albumId])).get(albumId)
    if (!row) return
    const head = (await placesAfter(row, undefined, headLength)).map(({ postId }) => postId)
    if (head.join() === row.head.join()) return
    const noted = table()
      .album.patch({ albumId })
      .set({ head })
      .where((album, { eq }) => `${eq(album.change, row.change)} AND ${eq(album.order, row.order)}`)
    if (await unlessRefused(noted.go())) return
  }
}

/** @throws AppError `not_found` where an album is gone */
export async function rowOf(albumId: string): Promise<AlbumRow> {
  const row = (await albumRows([albumId])).get(albumId)
  if (!row) throw new AppError("not_found")
  return row
}
