import type { EntityItem } from "electrodb"
import { type Actor, readOnce, requireUser } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { refused, transact } from "../table"
import { listOf } from "../table/list"
import { User } from "../user"
import { ownsPost } from "./post.access"
import type { PostEntity } from "./post.entity"
import { PostInput, PostsByUser, type PostView } from "./post.schema"
import { postRow } from "./publish"
import { newest } from "./read"
import { type Seen, seen } from "./sight"
import { views } from "./view"

export { edit } from "./edit"
export { eraseHistory, history } from "./history"
export { latest, latestBetween, oldest } from "./latest"
export { type Content, postRow, publish } from "./publish"
export { byIds, newest, newestOf } from "./read"
export { settleAudience } from "./settle-audience"
export { anyShard, exactCounts, heatOf } from "./shards"
export { type Seen, seen } from "./sight"
export { type AudienceSweep, beginSweep, goOnWithSweep, resumeSweeps } from "./sweep-audience"
export { feedViews, views } from "./view"

export type PostRow = EntityItem<typeof PostEntity>

/** A post. @throws AppError `not_found`, also for whoever may not see it */
export const get = operation(PostInput, async (actor, { postId }): Promise<PostView> => {
  const row = await rowOnce(actor, postId)
  const [view] = row ? await views(actor, [row]) : []
  if (!view) throw new AppError("not_found")
  return view
})

/** Whether the actor may see a post, if it exists. */
export async function isVisible(actor: Actor, postId: string): Promise<boolean> {
  return (await visible(actor, postId)) !== undefined
}

/** @returns the row of a post that the actor may see, with its author */
export async function visible(actor: Actor, postId: string): Promise<Seen | undefined> {
  const row = await rowOnce(actor, postId)
  return row && (await seen(actor, [row]))[0]
}

const rowOnce = (actor: Actor, postId: string) => readOnce(actor, `post ${postId}`, () => postRow(postId))

/** @returns the row of a post that the actor may see, with its author. @throws AppError `not_found` */
export async function require(actor: Actor, postId: string): Promise<Seen> {
  const found = await visible(actor, postId)
  if (!found) throw new AppError("not_found")
  return found
}

/** The posts of a person that the actor may see, all or the described ones, newest first. @throws AppError `not_found` */
export const byUser = operation(PostsByUser, async (actor, input): Promise<Page<PostView>> => {
  const author = await User.visible(actor, input.handle)
  const { userId } = author
  // Said at once: otherwise page after page would be read to find that there is nothing to see.
  if (!(await Follow.seesPostsOf(actor, author))) return { items: [], nextCursor: null }
  return listOf<PostRow, PostView>({
    list: `${input.described ? "described" : "posts"}-of-${userId}`,
    page: input,
    read: (before, count) => newest(userId, before, count),
    idOf: (row) => row.postId,
    show: (rows) => views(actor, input.described ? rows.filter(isDescribed) : rows),
  })
})

const isDescribed = ({ photos }: PostRow) => photos.every(({ altText }) => altText !== "")

/** How often a deletion looks anew because the post grew more counters meanwhile. */
const looks = 5

/** Deletes one's own post; photos and their files follow from the stream. @throws AppError `not_found` */
export const remove = operation(PostInput, async (actor, { postId }): Promise<void> => {
  const { userId } = requireUser(actor)
  for (let look = 0; look < looks; look++) {
    const row = await postRow(postId)
    if (!row || !ownsPost(actor, row)) throw new AppError("not_found")
    const { countShards } = row
    const codes = await transact((t) => [
      t.post
        .delete({ postId })
        // All counters go with it, also those that it got in this moment.
        .where((post, { eq }) => eq(post.countShards, countShards))
        .commit(),
      ...Array.from({ length: countShards }, (_, shard) => t.postCount.delete({ postId, shard }).commit()),
      t.userCount.patch({ userId }).add({ posts: -1 }).commit(),
    ])
    if (codes?.[0] !== refused) return
  }
  throw new AppError("unavailable", { retryAfter: 1 })
})
