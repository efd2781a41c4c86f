import { Cdn } from "../cdn"
import { config } from "../config"
import { Photo } from "../photo"
import { Post } from "../post"
import { now } from "../time"
import { User } from "../user"
import type { Change } from "./stream"

type Card = Post.PostRow["photos"][number]

/**
 * A post is no longer for everybody, lost a photo, or is gone: its copies for the CDN are removed, and then the CDN is
 * asked to forget them and the pages that showed them. The copies first, or the CDN could read them once more.
 */
export async function withdrawMedia({ before, after }: Change): Promise<void> {
  const [then, post] = [before, after] as unknown as (Post.PostRow | undefined)[]
  if (then?.audience !== "public") return
  const open = post?.audience === "public" ? post.photos : []
  const left = then.photos.filter((card) => !open.some((other) => Photo.sharesAddress(card, other)))
  if (left.length === 0) return
  await Promise.all(left.map((card) => Photo.withdraw(card)))
  await exposeAgain(then.postId, left)
  const since = post?.updatedAt ?? now()
  const copies = left.filter((card) => card.public).flatMap((card) => Photo.publicKeys(card))
  const paths = [...copies.map(mediaPath), ...(await pagesOf(then))]
  await Cdn.forget(`${then.postId}#${post?.updatedAt ?? "gone"}`, paths, since)
}

/**
 * What a moderator hid comes back under the addresses that it had: when this change comes late, after that, its copies
 * are wanted. Whoever looks last finds how it is.
 */
async function exposeAgain(postId: string, left: readonly Card[]) {
  const post = await Post.postRow(postId)
  const open = post?.audience === "public" ? post.photos.filter((card) => card.public) : []
  const wanted = open.filter((card) => left.some((other) => Photo.sharesAddress(card, other)))
  // A photo that is gone meanwhile has no copies to give.
  const rows = wanted.length > 0 ? await Photo.rows(wanted.map(({ photoId }) => photoId)) : []
  const there = new Set(rows.map(({ photoId }) => photoId))
  await Promise.all(wanted.filter(({ photoId }) => there.has(photoId)).map((card) => Photo.expose(card)))
}

/** Every file by its name: the CDN takes thousands of names at a time, but only fifteen patterns. */
const mediaPath = (key: string) => `${new URL(config.mediaUrl).pathname}/${key}`

/** Visitors' pages live for seconds at the CDN; what is made for other sites may live longer. */
async function pagesOf({ postId, userId }: Post.PostRow): Promise<string[]> {
  const author = await User.byId(userId)
  const pages = [`/p/${postId}`, ...(author ? [`/u/${author.handle}`] : [])]
  return [
    ...pages.flatMap((page) => [page, `/ja${page}`]),
    `/embed/${postId}`,
    ...(author ? [`/u/${author.handle}/feed.xml`, `/u/${author.handle}/feed.json`] : []),
  ]
}

/** Asks the CDN at once; whether it has done so is looked at every minute. */
export async function forgetPaths(row: Record<string, unknown>): Promise<void> {
  await Cdn.goOn(String(row.invalidationId))
}
