import type { EntityItem } from "electrodb"
import { requireUser } from "../actor"
import { newId } from "../id"
import { idAt } from "../id-at"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { Post } from "../post"
import { PostInput, type PostView } from "../post/post.schema"
import { batch, table, unlessRefused } from "../table"
import { listOf } from "../table/list"
import { now } from "../time"
import type { BookmarkEntity } from "./bookmark.entity"

export { eraseBy, eraseOf } from "./erase"
export { savedAmong } from "./saved-among"

type BookmarkRow = EntityItem<typeof BookmarkEntity>

/** Keeps a post that the actor sees; twice is once. @throws AppError `not_found` */
export const save = operation(PostInput, async (actor, { postId }): Promise<void> => {
  const { userId } = requireUser(actor)
  await Post.require(actor, postId)
  const row = { userId, postId, bookmarkId: newId("bookmark"), createdAt: now() }
  await unlessRefused(table().bookmark.create(row).go())
})

/** Keeps a post since the time when it was first kept, for whoever brings that in from an archive; twice is once. */
export async function restore(userId: string, postId: string, createdAt: string): Promise<void> {
  const bookmarkId = idAt("bookmark", Date.parse(createdAt), userId, postId)
  await unlessRefused(table().bookmark.create({ userId, postId, bookmarkId, createdAt }).go())
}

/** Lets a post go again, also one that the actor no longer sees. @throws AppError `not_found` */
export const unsave = operation(PostInput, async (actor, { postId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const removed = table()
    .bookmark.remove({ userId, postId })
    .where((row, { exists }) => exists(row.bookmarkId))
  if (await unlessRefused(removed.go())) return
  await Post.require(actor, postId)
})

/** What the actor keeps and may still see, the last kept first. Posts that are gone are forgotten on the way. */
export const list = operation(PageInput, async (actor, page): Promise<Page<PostView>> => {
  const { userId } = requireUser(actor)
  return listOf<BookmarkRow, PostView>({
    list: `saved-by-${userId}`,
    page,
    read: async (before, count) => {
      const saved = table().bookmark.query.byTime({ userId })
      const below = before ? saved.lt({ bookmarkId: before }) : saved
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ bookmarkId }) => bookmarkId,
    show: async (rows) => {
      const posts = await Post.byIds(rows.map(({ postId }) => postId))
      const there = new Set(posts.map(({ postId }) => postId))
      const gone = rows.flatMap(({ postId }) => (there.has(postId) ? [] : [{ userId, postId }]))
      const [views] = await Promise.all([
        Post.views(actor, posts),
        batch(gone, (left) => table().bookmark.delete(left).go()),
      ])
      const byId = new Map(views.map((view) => [view.id, view]))
      return rows.flatMap(({ postId }) => byId.get(postId) ?? [])
    },
  })
})
