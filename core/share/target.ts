import { type Actor, readOnce } from "../actor"
import { Album } from "../album"
import { atLeast } from "../album/album.access"
import { Post } from "../post"
import { Relation } from "../relation"
import { User } from "../user"
import type { ShareRow } from "./share.access"

/** What a link stands for, who gives it, and whether who made the link may still give it away. */
export type Target = { by: User.UserRow; given: boolean } & (
  | { kind: "post"; seen: Post.Seen }
  | { kind: "album"; album: Album.AlbumRow }
)

/** Whether an id is an album's. */
export const isAlbum = (targetId: string) => targetId.startsWith("alb_")

/**
 * What a link stands for, as this actor may see it through the link: whatever its audience, but never past a block, a
 * vanished author or a moderator's decision.
 * @returns undefined when there is nothing (any more)
 */
export async function targetOf(
  actor: Actor,
  { targetId, userId }: Pick<ShareRow, "targetId" | "userId">,
): Promise<Target | undefined> {
  if (isAlbum(targetId)) return albumOf(actor, targetId, userId)
  const seen = await Post.visibleAsGiven(actor, targetId)
  return seen && { kind: "post", seen, by: seen.author, given: seen.row.userId === userId }
}

async function albumOf(actor: Actor, albumId: string, maker: string): Promise<Target | undefined> {
  const album = (await Album.albumRows([albumId])).get(albumId)
  if (!album) return undefined
  const [people, { blocked }, mayGive] = await Promise.all([
    User.people([album.userId, maker]),
    Relation.of(actor),
    givesAway(maker, album),
  ])
  const by = people.get(album.userId)
  if (!by || blocked.has(album.userId)) return undefined
  return { kind: "album", album, by, given: mayGive && people.has(maker) }
}

/** Whether who made a link still manages the album, with no block between them and its owner. */
async function givesAway(maker: string, { albumId, userId }: Album.AlbumRow): Promise<boolean> {
  if (maker === userId) return true
  const [role, ...blocks] = await Promise.all([
    Album.roleOf(maker, albumId),
    ...(["BLOCK", "BLOCKEDBY"] as const).map((kind) => Relation.has({ userId, kind, target: maker })),
  ])
  return atLeast(role, "manager") && !blocks.includes(true)
}

/** @returns a post that a link stands for, directly or in its album or one in that, as the link shows it */
export async function postThrough(
  actor: Actor,
  target: Target,
  postId: string,
): Promise<Post.Seen | undefined> {
  if (target.kind === "post") return target.seen.row.postId === postId ? target.seen : undefined
  const { albumId } = target.album
  const isIn = await readOnce(actor, `post ${postId} in ${albumId}`, () => isBelow(albumId, postId))
  return isIn ? Post.visibleAsGiven(actor, postId) : undefined
}

async function isBelow(albumId: string, postId: string): Promise<boolean> {
  if (await Album.holds(albumId, postId)) return true
  const places = await Album.placesOf(postId)
  const lines = await Album.lineages(places.map((place) => place.albumId))
  return [...lines.values()].some((line) => line.some((row) => row.albumId === albumId))
}

/** @returns an album that a link opens: its own, or one that lies in it */
export async function albumThrough(target: Target, albumId?: string): Promise<Album.AlbumRow | undefined> {
  if (target.kind !== "album") return undefined
  if (albumId === undefined || albumId === target.album.albumId) return target.album
  const line = (await Album.lineages([albumId])).get(albumId)
  return line?.some((row) => row.albumId === target.album.albumId) ? line[0] : undefined
}
