import { z } from "zod"
import { type Actor, requireUser, type UserActor } from "../actor"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import { Relation } from "../relation"
import { Session } from "../session"
import { listOf } from "../table/list"
import { epoch } from "../time"
import type { HomePostView, HomeTopView } from "./feed.schema"
import { pull } from "./pull"
import { rebuild } from "./rebuild"
import { type FeedRow, readRows } from "./rows"

/** The posts of whom and what one follows, and one's own, newest first; nothing is inserted. */
export const home = operation(PageInput, async (actor, page): Promise<Page<HomePostView>> => {
  const user = requireUser(actor)
  if (page.cursor) return read(user, page)
  if (user.returned) await cameBack(user)
  // What large accounts have posted is looked for while the page is read; it is read again if there is something.
  const [first, pulled] = await Promise.all([read(user, page), pullAny(user)])
  return pulled ? read(user, page) : first
})

/** Which posts are at the top of the home feed: what a page asks now and then to know of new ones. One query. */
export const homeTop = operation(z.strictObject({}), async (actor): Promise<HomeTopView> => {
  const user = requireUser(actor)
  const { blocked, muted, left } = await Relation.of(user)
  await pullAny(user)
  const rows = await readRows(user.userId, undefined, top)
  const shown = rows.filter(({ authorId }) => ![blocked, muted, left].some((people) => people.has(authorId)))
  return { ids: shown.filter(isKept).map(({ postId }) => postId) }
})

const top = 20

/** The feed of who was away for long is written before it is read; once for each sign-in. */
async function cameBack(user: UserActor) {
  await rebuild(user.userId)
  await Session.welcomed(user)
}

async function pullAny(user: UserActor): Promise<boolean> {
  return (await Relation.of(user)).pulls && pull(user.userId)
}

const read = (user: UserActor, page: z.output<typeof PageInput>) =>
  listOf<FeedRow, HomePostView>({
    list: `home-of-${user.userId}`,
    page,
    read: async (before, count) => {
      const [rows] = await Promise.all([readRows(user.userId, before, count), Relation.of(user)])
      return rows
    },
    idOf: ({ postId }) => postId,
    show: (rows) => views(user, rows),
  })

async function views(actor: Actor, rows: readonly FeedRow[]): Promise<HomePostView[]> {
  const { left } = await Relation.of(actor)
  const wanted = rows.filter((row) => isKept(row) && (row.tag !== undefined || !left.has(row.authorId)))
  const tags = new Map(wanted.map(({ postId, tag }) => [postId, tag]))
  const posts = await Post.feedViews(actor, await Post.byIds([...tags.keys()]))
  return posts.map((post) => {
    const tag = tags.get(post.id)
    return tag ? { ...post, tag } : post
  })
}

/** Rows are removed days after they expire. */
const isKept = ({ expires }: FeedRow) => expires > epoch()
