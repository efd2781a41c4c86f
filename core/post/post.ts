import type { EntityItem } from "electrodb"
import { type Actor, readOnce, requireUser } from "../actor"
import { givenTo } from "../album/given"
import { AppError } from "../error"
import { Follow } from "../follow"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { listOf } from "../table/list"
import { User } from "../user"
import { take } from "./erase"
import { ownsPost } from "./post.access"
import type { PostEntity } from "./post.entity"
import { PostInput, PostsByUser, type PostView } from "./post.schema"
import { postRow } from "./publish"
import { newest } from "./read"
import { type Seen, seen } from "./sight"
import { views } from "./view"

export { choiceOf } from "./disclosure"
export { edit } from "./edit"
export { eraseBy } from "./erase"
export { eraseHistory, history } from "./history"
export { makeInert } from "./inert"
export { latest, latestBetween, oldest } from "./latest"
export { changeOf, type Moderated, moderated } from "./moderated"
export { isWithheld } from "./post.access"
export { type Content, type Past, postRow, publish } from "./publish"
export { byIds, newest, newestOf } from "./read"
export { restoreHistory } from "./restore"
export { settleAudience } from "./settle-audience"
export { anyShard, exactCounts, heatOf } from "./shards"
export { type Seen, seen } from "./sight"
export { type AudienceSweep, beginSweep, goOnWithSweep, resumeSweeps } from "./sweep-audience"
export { feedViews, views } from "./view"

export type PostRow = EntityItem<typeof PostEntity>

/** A post. @throws AppError `not_found`, also for whoever may not see it */
export const get = operation(PostInput, async (actor, { postId }): Promise<PostView> => {
  const row = await rowOnce(actor, postId)
  const [view] = row ? await single((reading) => views(actor, [row], reading), actor, postId) : []
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
  return row && (await single((reading) => seen(actor, [row], reading), actor, postId))[0]
}

/** Looks at one post: whether it is given to the actor is asked only where its audience does not show it. */
async function single<T>(
  look: (reading: { given?: ReadonlySet<string> }) => Promise<T[]>,
  actor: Actor,
  postId: string,
): Promise<T[]> {
  const found = await look({})
  if (found.length > 0) return found
  const given = await readOnce(actor, `given ${postId}`, () => givenTo(actor, [postId]))
  return given.size > 0 ? look({ given }) : []
}

/** The same of a post that was given to the actor by an album or a link. */
export async function visibleAsGiven(actor: Actor, postId: string): Promise<Seen | undefined> {
  const row = await rowOnce(actor, postId)
  return row && (await seen(actor, [row], { given: true }))[0]
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

/** Deletes one's own post; photos and their files follow from the stream. @throws AppError `not_found` */
export const remove = operation(PostInput, async (actor, { postId }): Promise<void> => {
  requireUser(actor)
  const row = await postRow(postId)
  if (!row || !ownsPost(actor, row)) throw new AppError("not_found")
  if (!(await take(postId))) throw new AppError("not_found")
})
