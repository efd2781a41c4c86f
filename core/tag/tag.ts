import type { EntityItem } from "electrodb"
import { z } from "zod"
import { type Actor, requireUser, userIdOf } from "../actor"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { Post } from "../post"
import type { PostView } from "../post/post.schema"
import { batch, table } from "../table"
import { listOf } from "../table/list"
import type { TagEntity, TagRowEntity } from "./tag.entity"
import { type FollowedTagsView, maxFollowedTags, TagInput, TagPosts, type TagView } from "./tag.schema"

export { eraseBy } from "./erase"
export { follow, unfollow } from "./follow"
export { hang } from "./hang"

export type TagRow = EntityItem<typeof TagEntity>

/** What is known of a tag; one that nobody has used yet has no posts. */
export const get = operation(TagInput, async (actor, { tag }): Promise<TagView> => {
  const [view] = await views(actor, [tag])
  return view ?? { tag, label: tag, posts: 0, followers: 0, viewer: { follows: false } }
})

/** The public posts that carry a tag, newest first. */
export const posts = operation(
  TagPosts,
  async (actor, input): Promise<Page<PostView>> =>
    listOf<EntityItem<typeof TagRowEntity>, PostView>({
      list: `tag-${input.tag}`,
      page: input,
      read: async (before, count) => {
        const list = table().tagRow.query.byTag({ tag: input.tag })
        const below = before ? list.lt({ postId: before }) : list
        return (await below.go({ order: "desc", limit: count, count })).data
      },
      idOf: ({ postId }) => postId,
      show: async (rows) => {
        const found = await Post.byIds(rows.map(({ postId }) => postId))
        // A row may be a moment behind its post.
        return Post.feedViews(
          actor,
          found.filter((post) => tagsOf(post).includes(input.tag)),
        )
      },
    }),
)

/** The tags that the actor follows, in order of their names. */
export const followed = operation(z.strictObject({}), async (actor): Promise<FollowedTagsView> => {
  const { userId } = requireUser(actor)
  const list = table().tagFollow.query.byUser({ userId })
  const page = { limit: maxFollowedTags, count: maxFollowedTags, consistent: true }
  const { data } = await list.go(page)
  return {
    items: await views(
      actor,
      data.map(({ tag }) => tag),
    ),
  }
})

/** @returns some tags as they are shown, in order, without those that nobody ever used or followed */
export async function views(actor: Actor, tags: readonly string[]): Promise<TagView[]> {
  const [rows, follows] = await Promise.all([
    batch(
      tags.map((tag) => ({ tag })),
      (left) => table().tag.get(left).go({ consistent: true }),
    ),
    followedAmong(actor, tags),
  ])
  const found = new Map(rows.map((row) => [row.tag, row]))
  return tags.flatMap((tag) => {
    const row = found.get(tag)
    if (!row) return []
    const { label, posts: used, followers } = row
    return [{ tag, label, posts: used, followers, viewer: { follows: follows.has(tag) } }]
  })
}

async function followedAmong(actor: Actor, tags: readonly string[]): Promise<ReadonlySet<string>> {
  const userId = userIdOf(actor)
  if (userId === undefined) return new Set()
  const keys = tags.map((tag) => ({ userId, tag }))
  const rows = await batch(keys, (left) => table().tagFollow.get(left).go({ consistent: true }))
  return new Set(rows.map(({ tag }) => tag))
}

/** The tags that a post is found by: of one for everybody alone. */
export const tagsOf = (post: Post.PostRow | undefined): readonly string[] =>
  post?.audience === "public" ? (post.tags ?? []) : []
