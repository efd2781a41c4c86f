import { AppError } from "../error"
import type { Entities } from "../table"
import { now } from "../time"
import { maxItems } from "./album.schema"
import { changed, rowOf } from "./change"
import { rankAfter } from "./rank"

/**
 * The writes that hang a post of a person at the end of an album, for the transaction that makes the post. Refused when
 * the album changed since: then all is looked at anew.
 * @throws AppError `not_found` for an album that is gone, `conflict` for one that is full
 */
export async function hung(albumId: string, userId: string) {
  const row = await rowOf(albumId)
  if (row.items >= maxItems)
    throw new AppError("conflict", { reason: "album_full", params: { maximum: maxItems } })
  const rank = rankAfter(row.lastRank)
  return (t: Entities, postId: string) => {
    const item = { albumId, postId, rank, userId, addedAt: now() }
    return [
      changed(t, row, { items: 1, lastRank: rank }),
      t.albumPlace.create(item).commit(),
      t.albumItem.create(item).commit(),
    ]
  }
}
