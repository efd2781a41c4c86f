import { batch, table } from "../table"
import type { PostRow } from "./post"

/** @returns the rows of posts by id, in the order of the ids; those that are gone are left out. Nothing is decided yet */
export async function byIds(postIds: readonly string[]): Promise<PostRow[]> {
  const keys = [...new Set(postIds)].map((postId) => ({ postId }))
  const rows = await batch(keys, (left) => table().post.get(left).go())
  const found = new Map(rows.map((row) => [row.postId, row]))
  return postIds.flatMap((id) => found.get(id) ?? [])
}

/**
 * A person's posts of every audience, newest first: not to be shown before somebody asked who sees them.
 * @param before only posts older than this id
 */
export async function newest(userId: string, before: string | undefined, count: number): Promise<PostRow[]> {
  const posts = table().post.query.byUser({ userId })
  const below = before ? posts.lt({ postId: before }) : posts
  return (await below.go({ order: "desc", limit: count, count })).data
}

/**
 * The newest posts of a person, for everybody or not: who reads them is decided when they are shown.
 * @param range only those above one id and below another, neither included
 */
export async function newestOf(
  userId: string,
  count: number,
  { above = "", below = "~" }: { above?: string; below?: string } = {},
): Promise<PostRow[]> {
  // Both ends of `between` belong to it.
  const list = table().post.query.byUser({ userId }).between({ postId: above }, { postId: below })
  const { data } = await list.go({ order: "desc", limit: count + 2, count: count + 2 })
  return data.filter(({ postId }) => postId !== above && postId !== below).slice(0, count)
}
