import { ulid } from "ulid"
import type { UserActor } from "../core/actor"
import { newId } from "../core/id"
import type { Camera } from "../core/image/camera.schema"
import type { Visibility } from "../core/post/post.schema"
import { table, transact } from "../core/table"
import { tagsIn } from "../core/text-parts.schema"

type Written = { at?: number; audience?: Visibility; caption?: string; altText?: string; camera?: Camera }

/**
 * Writes what publishing leaves behind, without photos in storage: for tests of lists, at any time in the past.
 * @returns the post's id
 */
export async function writtenPost(
  by: Pick<UserActor, "userId">,
  { at, audience = "public", caption = "", altText = "A plain colour", camera }: Written = {},
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
        photos: [{ ...card(), altText, ...(camera ? { camera } : {}) }],
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

type Rewritten = Pick<Written, "audience" | "caption">

/** Writes what changing a post leaves behind: its row, with the tags of its caption. */
export async function rewrittenPost(postId: string, change: Rewritten): Promise<void> {
  const { data: row } = await table().post.get({ postId }).go({ consistent: true })
  if (!row) throw new Error("there is no such post")
  const { tags: _, ...kept } = row
  const tags = tagsIn(change.caption ?? row.caption)
  const updatedAt = new Date().toISOString()
  // What its author chose and what that comes to are the same: the account is open.
  const chosen = change.audience ? { visibility: change.audience } : {}
  await table()
    .post.put({ ...kept, ...change, ...chosen, ...(tags.length > 0 ? { tags } : {}), updatedAt })
    .go()
}

const card = () => ({
  photoId: newId("photo"),
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
