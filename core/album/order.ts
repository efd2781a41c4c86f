import { requireUser } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import { operation } from "../operation"
import { batch, type Entities, table, transact } from "../table"
import { OrderItems } from "./album.schema"
import { changed, rowOf, settleHead } from "./change"
import { type Place, placesAfter, positionOf } from "./items"
import type { AlbumRow } from "./lineage"
import { rankAfter, rankBetween } from "./rank"
import { reachAs } from "./reach"

type Wanted = { postIds: string[]; to: "first" | "last" | "before" | "after"; besideId?: string | undefined }

/** Posts of one transaction: three writes each, and the album's. */
const inChunk = 30

/**
 * Moves posts of an album that is ordered by hand: one photo moved is one photo written, however many there are.
 * @throws AppError `not_found`; `forbidden` for all but managers; `conflict` where the album is ordered by time
 */
export const order = operation(OrderItems, async (actor, { albumId, postIds, ...where }): Promise<void> => {
  requireUser(actor)
  const { row } = await reachAs(actor, albumId, "manager")
  if (row.order !== "hand") throw new AppError("conflict", { reason: "album_by_time" })
  let to: Wanted = { postIds, ...where }
  for (let from = 0; from < postIds.length; from += inChunk) {
    const some = postIds.slice(from, from + inChunk)
    const wanted: Wanted = { ...to, postIds: some }
    await Follow.untilSettled(() => moveSome(albumId, wanted))
    // The next ones come behind these.
    to = { ...to, to: "after", besideId: some.at(-1) }
  }
  await settleHead(albumId)
})

async function moveSome(albumId: string, wanted: Wanted) {
  const album = await rowOf(albumId)
  const keys = wanted.postIds.map((postId) => ({ postId, albumId }))
  const places = await batch(keys, (left) => table().albumPlace.get(left).go({ consistent: true }))
  const byId = new Map(places.map((place) => [place.postId, place]))
  const moving = wanted.postIds.map((id) => byId.get(id))
  if (moving.some((place) => !place)) throw new AppError("not_found", { reason: "not_in_album" })
  let [low, high] = await gap(album, wanted)
  let lastRank = album.lastRank
  const moved = moving.flatMap((place) => {
    if (!place) return []
    const rank = rankBetween(low, high)
    low = rank
    if (lastRank === undefined || rank > lastRank) lastRank = rank
    return rank === place.rank ? [] : [{ place, rank }]
  })
  if (moved.length === 0) return
  return transact((t) => [
    changed(t, album, { lastRank }),
    ...moved.flatMap(({ place, rank }) => rerank(t, albumId, place, rank)),
  ])
}

/** The ranks between which there is room: of the posts beside the place, those that move not counted. */
async function gap(album: AlbumRow, { postIds, to, besideId }: Wanted): Promise<(string | undefined)[]> {
  if (to === "last") return [album.lastRank ?? rankAfter(undefined), undefined]
  const moving = new Set(postIds)
  const beyond = async (position: string | undefined, backwards: boolean) => {
    const near = await placesAfter(album, position, postIds.length + 1, backwards)
    return near.find(({ postId }) => !moving.has(postId))?.rank
  }
  if (to === "first") return [undefined, await beyond(undefined, false)]
  const { data: beside } = await table()
    .albumPlace.get({ albumId: album.albumId, postId: besideId ?? "" })
    .go({ consistent: true })
  if (!beside) throw new AppError("not_found", { reason: "not_in_album" })
  const position = positionOf("hand", beside)
  return to === "before"
    ? [await beyond(position, true), beside.rank]
    : [beside.rank, await beyond(position, false)]
}

function rerank(
  t: Entities,
  albumId: string,
  { postId, rank: before, userId, addedAt }: Place,
  rank: string,
) {
  return [
    t.albumPlace
      .patch({ albumId, postId })
      .set({ rank })
      .where((place, { eq }) => eq(place.rank, before))
      .commit(),
    t.albumItem.delete({ albumId, rank: before, postId }).commit(),
    t.albumItem.create({ albumId, postId, rank, userId, addedAt }).commit(),
  ]
}
