import { ulid } from "ulid"
import type { UserActor } from "../core/actor"
import { newId } from "../core/id"
import type { Visibility } from "../core/post/post.schema"
import { table, transact } from "../core/table"
import { tagsIn } from "../core/text-parts.schema"

type Written = { at?: number; audience?: Visibility; caption?: string }

/**
 * Writes what publishing leaves behind, without photos in storage: for tests of lists, at any time in the past.
 * @returns the post's id
 */
export async function writtenPost(
  by: Pick<UserActor, "userId">,
  { at, audience = "public", caption = "" }: Written = {},
): Promise<string> {
  const { userId } = by
  const postId = at === undefined ? newId("post") : `pst_${ulid(at)}`
  const createdAt = new Date(at ?? Date.now()).toISOString()
  const tags = tagsIn(caption)
  const codes = await transact((t) => [
    t.post
      .create({
        postId,
        userId,
        caption,
        photos: [card()],
        visibility: audience,
        audience,
        commentsAllowed: true,
        latest: 0,
        createdAt,
        updatedAt: createdAt,
        ...(tags.length > 0 ? { tags } : {}),
      })
      .commit(),
    t.postCount.create({ postId, shard: 0 }).commit(),
    t.userCount.patch({ userId }).add({ posts: 1 }).commit(),
  ])
  if (codes) throw new Error("the post was not written")
  await table()
    .userCount.patch({ userId })
    .set({ newestPostId: postId })
    .where(
      ({ newestPostId }, { notExists, lt }) => `${notExists(newestPostId)} OR ${lt(newestPostId, postId)}`,
    )
    .go()
    .catch(() => undefined)
  return postId
}

const card = () => ({
  photoId: newId("photo"),
  altText: "A plain colour",
  width: 300,
  height: 200,
  color: "#808080",
  thumbhash: "1QcSHQRnh493V4dIh4eXh1h4kJUI",
  version: 1,
  public: true,
})

/** Writes many rows of a home feed, as fan-out does; nothing else follows. */
export async function hung(
  reader: Pick<UserActor, "userId">,
  posts: readonly { postId: string; authorId: string }[],
): Promise<void> {
  const expires = Math.floor(Date.now() / 1000) + 3600
  const rows = posts.map((post) => ({ userId: reader.userId, expires, ...post }))
  await table().feedRow.put(rows).go({ concurrent: 8 })
}
