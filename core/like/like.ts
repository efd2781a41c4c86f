import type { EntityItem } from "electrodb"
import { requireUser } from "../actor"
import { AppError } from "../error"
import { Follow } from "../follow"
import type { PersonView } from "../follow/follow.schema"
import { newId } from "../id"
import { measure } from "../metrics"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import { PostInput, PostPage } from "../post/post.schema"
import { refused, table, transact } from "../table"
import { listOf } from "../table/list"
import { now } from "../time"
import type { LikeEntity } from "./like.entity"

export { eraseBy, eraseOf } from "./erase"
export { likedAmong } from "./liked-among"

export type LikeRow = EntityItem<typeof LikeEntity>

/** Likes a post that the actor sees; twice is once. @throws AppError `not_found` */
export const like = operation(PostInput, async (actor, { postId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const { row } = await Post.require(actor, postId)
  const shard = Post.anyShard(row)
  const likeId = newId("like")
  const heat = Post.heatOf(row)
  const codes = await transact(
    (t) => [
      t.like.create({ userId, postId, likeId, authorId: row.userId, shard, createdAt: now() }).commit(),
      t.postCount.patch({ postId, shard }).add({ likes: 1 }).commit(),
    ],
    heat.conflict,
  )
  await heat.settle()
  // Deleted in the same moment: then there is nothing to count in any more.
  if (codes && codes[0] !== refused) throw new AppError("not_found")
  if (!codes) measure("Likes")
})

/** Takes a like back, also of a post that the actor no longer sees. @throws AppError `not_found` */
export const unlike = operation(PostInput, async (actor, { postId }): Promise<void> => {
  const { userId } = requireUser(actor)
  const { data: known } = await table().like.get({ userId, postId }).go({ consistent: true })
  if (!known) {
    await Post.require(actor, postId)
    return
  }
  const { likeId, shard } = known
  await transact((t) => [
    t.like
      .remove({ userId, postId })
      .where((row, { eq }) => eq(row.likeId, likeId))
      .commit(),
    t.postCount.patch({ postId, shard }).add({ likes: -1 }).commit(),
  ])
})

/** Who likes a post, the last first. @throws AppError `not_found` */
export const likers = operation(PostPage, async (actor, input): Promise<Page<PersonView>> => {
  const { postId } = input
  await Post.require(actor, postId)
  return listOf<LikeRow, PersonView>({
    list: `likes-of-${postId}`,
    page: input,
    read: async (before, count) => {
      const likes = table().like.query.byPost({ postId })
      const below = before ? likes.lt({ likeId: before }) : likes
      return (await below.go({ order: "desc", limit: count, count })).data
    },
    idOf: ({ likeId }) => likeId,
    show: (rows) =>
      Follow.peopleViews(
        actor,
        rows.map(({ userId }) => userId),
      ),
  })
})
