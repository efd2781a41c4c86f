import type { EntityItem } from "electrodb"
import { batch, table, unlessRefused } from "../table"
import { minutes, now } from "../time"
import type { AlbumGoneEntity } from "./album.entity"
import { dropMember } from "./member-rows"
import { removeAlbum } from "./remove"

export type AlbumGone = EntityItem<typeof AlbumGoneEntity>

/** Places that are removed in one go. */
const inChunk = 250
/** What nobody went on with for so long, in seconds, was cut off. */
const patience = minutes(1)

/**
 * Removes the next of what hung in a deleted album. That it is noted is a change in turn, so that it goes on by itself;
 * cut off anywhere, the same is removed again.
 */
export async function goOnWithGone({ albumId }: Pick<AlbumGone, "albumId">): Promise<void> {
  const t = table()
  const { data: items } = await t.albumItem.query
    .byRank({ albumId })
    .go({ limit: inChunk, count: inChunk, consistent: true })
  const { data: members } = await t.albumMember.query
    .byAlbum({ albumId })
    .go({ limit: inChunk, count: inChunk, consistent: true })
  // The places first: what is left of an item finds its place again.
  await batch(
    items.map(({ postId }) => ({ postId, albumId })),
    (left) => t.albumPlace.delete(left).go(),
  )
  await batch(
    items.map(({ rank, postId }) => ({ albumId, rank, postId })),
    (left) => t.albumItem.delete(left).go(),
  )
  await batch(
    members.map(({ userId }) => ({ albumId, userId })),
    (left) => t.albumMember.delete(left).go(),
  )
  if (items.length < inChunk && members.length < inChunk) await t.albumGone.delete({ albumId }).go()
  else await unlessRefused(t.albumGone.patch({ albumId }).set({ updatedAt: now() }).go())
}

/** Goes on with what was cut off. @returns how many albums there were */
export async function resumeGone(at = Date.now()): Promise<number> {
  const before = new Date(at - patience * 1000).toISOString()
  const { data } = await table()
    .albumGone.query.unfinished({})
    .lt({ updatedAt: before })
    .go({ limit: 100, count: 100 })
  for (const gone of data) await goOnWithGone(gone)
  return data.length
}

/** How much of a person is erased in one go. */
const atOnce = 20

/** Members stay whom somebody added who is gone; that they were the one is forgotten. @returns whether some may be left */
async function forgetAdder(adder: string): Promise<boolean> {
  const { data } = await table()
    .albumMember.query.byAdder({ addedBy: adder })
    .go({ limit: inChunk, count: inChunk })
  for (const { albumId, userId } of data) {
    const forgotten = table()
      .albumMember.patch({ albumId, userId })
      .set({ addedBy: "nobody" })
      .where((member, { eq }) => eq(member.addedBy, adder))
    await unlessRefused(forgotten.go())
  }
  return data.length > 0
}

/**
 * Erases what a person has of albums: their own, with what hangs in them; what they are a member of; their posts' places
 * go with the posts. Done again, it goes on.
 * @returns whether nothing is left
 */
export async function eraseOf(userId: string): Promise<boolean> {
  const t = table()
  const [{ data: albums }, { data: memberships }] = await Promise.all([
    t.album.query.byUser({ userId }).go({ limit: atOnce, count: atOnce }),
    t.albumMember.query.byUser({ userId }).go({ limit: atOnce, count: atOnce }),
  ])
  for (const album of albums) {
    await removeAlbum(album)
    while ((await t.albumGone.get(album).go({ consistent: true })).data) await goOnWithGone(album)
  }
  for (const { albumId } of memberships) await dropMember(albumId, userId)
  if (albums.length > 0 || memberships.length > 0) return false
  if (await forgetAdder(userId)) return false
  await t.albumTree.delete({ userId }).go()
  return true
}
