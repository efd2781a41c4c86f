import { requireUser } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import { operation } from "../operation"
import { Post } from "../post"
import { ownsPost } from "../post/post.access"
import { batch, type Entities, table, transact } from "../table"
import { now } from "../time"
import { AlbumItem, AlbumItems, maxItems, maxPlaces } from "./album.schema"
import { changed, settleHead } from "./change"
import { placesOf } from "./given"
import { albumRows } from "./lineage"
import { rankAfter } from "./rank"
import { reachAs } from "./reach"

/** Posts of one transaction: three writes each, and the album's. */
const inChunk = 30

/**
 * Adds posts of the actor at the end of an album, in the order given. Those that are in it already stay where they are.
 * It opens them to the album's members, whatever their audience.
 * @throws AppError `not_found`, also for a post of somebody else; `forbidden` for who may only look
 */
export const addItems = operation(AlbumItems, async (actor, { albumId, postIds }) => {
  const { userId } = requireUser(actor)
  await reachAs(actor, albumId, "contributor")
  const posts = await Post.byIds(postIds)
  if (posts.length < postIds.length || posts.some((post) => !ownsPost(actor, post)))
    throw new AppError("not_found", { reason: "not_your_post" })
  let added = 0
  for (let from = 0; from < postIds.length; from += inChunk)
    added += await addChunk(userId, albumId, postIds.slice(from, from + inChunk))
  if (added > 0) await settleHead(albumId)
  return { added }
})

/** Adds one post of the actor; twice is once. */
export const addItem = operation(AlbumItem, async (actor, { albumId, postId }): Promise<void> => {
  await addItems(actor, { albumId, postIds: [postId] })
})

async function addChunk(userId: string, albumId: string, postIds: readonly string[]): Promise<number> {
  let added = 0
  await Follow.untilSettled(async () => {
    const [album, missing] = await Promise.all([albumRows([albumId]), notIn(albumId, postIds)])
    const row = album.get(albumId)
    if (!row) throw new AppError("not_found")
    added = missing.length
    if (added === 0) return undefined
    if (row.items + added > maxItems) throw full("album_full", maxItems)
    let rank = row.lastRank
    const items = missing.map((postId) => {
      rank = rankAfter(rank)
      return { albumId, postId, rank, userId, addedAt: now() }
    })
    return transact((t) => [
      changed(t, row, { items: added, lastRank: rank }),
      ...items.flatMap((item) => placed(t, item)),
      // Deleted in the same moment, they are not added: nothing would take them out again.
      ...missing.map((postId) =>
        t.post
          .check({ postId })
          .where((post, { eq }) => eq(post.userId, userId))
          .commit(),
      ),
    ])
  })
  return added
}

type Item = { albumId: string; postId: string; rank: string; userId: string; addedAt: string }

const placed = (t: Entities, item: Item) => [
  t.albumPlace.create(item).commit(),
  t.albumItem.create(item).commit(),
]

/** Those that are there and not in the album yet. */
async function notIn(albumId: string, postIds: readonly string[]): Promise<string[]> {
  const keys = postIds.map((postId) => ({ postId, albumId }))
  const [found, posts] = await Promise.all([
    batch(keys, (left) => table().albumPlace.get(left).go({ consistent: true })),
    batch(
      postIds.map((postId) => ({ postId })),
      (left) => table().post.get(left).go({ consistent: true }),
    ),
  ])
  const there = new Set(posts.map(({ postId }) => postId))
  const inside = new Set(found.map(({ postId }) => postId))
  const missing = postIds.filter((id) => there.has(id) && !inside.has(id))
  const counts = await Promise.all(missing.map(async (id) => (await placesOf(id)).length))
  if (counts.some((count) => count >= maxPlaces)) throw full("post_in_many_albums", maxPlaces)
  return missing
}

const full = (reason: string, maximum: number) => new AppError("conflict", { reason, params: { maximum } })
