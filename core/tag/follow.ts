import { requireUser } from "../actor"
import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { refused, transact } from "../table"
import { now } from "../time"
import { get } from "./tag"
import { maxFollowedTags, TagInput, type TagView } from "./tag.schema"

/**
 * Follows a tag: its posts come to the home feed. Twice is once.
 * @throws AppError `unprocessable` beyond a hundred tags
 */
export const follow = operation(TagInput, async (actor, { tag }): Promise<TagView> => {
  const { userId } = requireUser(actor)
  const codes = await transact((t) => [
    t.tagFollow.create({ userId, tag, followId: newId("follow"), createdAt: now() }).commit(),
    t.tag
      .update({ tag })
      .add({ followers: 1, posts: 0 })
      .data(({ label }, { ifNotExists }) => ifNotExists(label, tag))
      .commit(),
    t.userCount
      .patch({ userId })
      .add({ tags: 1 })
      .where(({ tags }, { notExists, lt }) => `${notExists(tags)} OR ${lt(tags, maxFollowedTags)}`)
      .commit(),
  ])
  if (codes && codes[0] !== refused)
    throw new AppError("unprocessable", {
      reason: "too_many_followed_tags",
      params: { maximum: maxFollowedTags },
    })
  return get(actor, { tag })
})

/** Follows a tag no more. Nothing happens where it was not followed. */
export const unfollow = operation(TagInput, async (actor, { tag }): Promise<void> => {
  await endFollow(requireUser(actor).userId, tag)
})

/** Ends a follow, with its counters; nothing happens where there is none. */
export const endFollow = (userId: string, tag: string) =>
  transact((t) => [
    t.tagFollow
      .delete({ userId, tag })
      .where(({ followId }, { exists }) => exists(followId))
      .commit(),
    t.tag.patch({ tag }).add({ followers: -1 }).commit(),
    t.userCount.patch({ userId }).add({ tags: -1 }).commit(),
  ])
