import { requireUser } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import { operation } from "../operation"
import { batch, type Entities, table, transact } from "../table"
import { atLeast } from "./album.access"
import { AlbumItem, AlbumItems } from "./album.schema"
import { changed, settleHead } from "./change"
import { placesOf } from "./given"
import type { Place } from "./items"
import { albumRows } from "./lineage"
import { reachAll } from "./reach"

/** Posts of one transaction: two writes each, and the album's. */
const inChunk = 40

/**
 * Takes posts out of an album: managers all, everybody their own, also who may no longer see the album.
 * @throws AppError `not_found`; `forbidden` for the posts of others
 */
export const removeItems = operation(AlbumItems, async (actor, { albumId, postIds }): Promise<void> => {
  const { userId } = requireUser(actor)
  const [[reached], places] = await Promise.all([reachAll(actor, [albumId]), placesAmong(albumId, postIds)])
  const own = places.length === postIds.length && places.every((place) => place.userId === userId)
  if (!reached?.role && !own) throw new AppError("not_found")
  const others = places.some((place) => place.userId !== userId)
  if (others && !atLeast(reached?.role, "manager")) throw new AppError("forbidden", { reason: "album_role" })
  await takeOut(albumId, postIds)
})

export const removeItem = operation(AlbumItem, async (actor, { albumId, postId }): Promise<void> => {
  await removeItems(actor, { albumId, postIds: [postId] })
})

/** Takes posts out, whoever wants it; those that are not in it are no matter. */
export async function takeOut(albumId: string, postIds: readonly string[]): Promise<void> {
  for (let from = 0; from < postIds.length; from += inChunk) {
    const some = postIds.slice(from, from + inChunk)
    await Follow.untilSettled(async () => {
      const [albums, places] = await Promise.all([albumRows([albumId]), placesAmong(albumId, some)])
      const row = albums.get(albumId)
      // Of an album that is gone, all is removed behind.
      if (!row || places.length === 0) return undefined
      return transact((t) => [
        changed(t, row, { items: -places.length, gone: places.map(({ postId }) => postId) }),
        ...places.flatMap((place) => unplaced(t, albumId, place)),
      ])
    })
  }
  await settleHead(albumId)
}

/** A post is gone: it leaves its albums. */
export async function forgetPost(postId: string): Promise<void> {
  for (const { albumId } of await placesOf(postId)) await takeOut(albumId, [postId])
}

const placesAmong = (albumId: string, postIds: readonly string[]) =>
  batch(
    postIds.map((postId) => ({ postId, albumId })),
    (left) => table().albumPlace.get(left).go({ consistent: true }),
  )

const unplaced = (t: Entities, albumId: string, { postId, rank }: Place) => [
  t.albumPlace
    .delete({ albumId, postId })
    .where((place, { eq }) => eq(place.rank, rank))
    .commit(),
  t.albumItem.delete({ albumId, rank, postId }).commit(),
]
