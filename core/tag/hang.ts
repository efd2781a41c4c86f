import { Post } from "../post"
import { table, transact, unlessRefused } from "../table"
import { textParts } from "../text-parts.schema"
import { tagsOf } from "./tag"

type PostRow = Post.PostRow

/**
 * Lists a post under the tags of its caption while it is public, and takes it away from those it carries no more. A tag's
 * count changes with its row, in one transaction that also holds against the post itself: done again, late or out of
 * order it changes nothing.
 */
export async function hang(before: PostRow | undefined, after: PostRow | undefined): Promise<void> {
  const [old, fresh] = [tagsOf(before), tagsOf(after)]
  const changed = [...fresh.filter((tag) => !old.includes(tag)), ...old.filter((tag) => !fresh.includes(tag))]
  const postId = (after ?? before)?.postId
  if (changed.length === 0 || postId === undefined) return
  const post = await Post.postRow(postId)
  await Promise.all(
    changed.map(async (tag) => {
      if (post && tagsOf(post).includes(tag)) await put(post, tag)
      else await take(postId, tag)
      await settleNewest(tag)
    }),
  )
}

/** Refused when it is there already, and when the post changed meanwhile: that change is on its way here too. */
const put = ({ postId, userId, caption }: PostRow, tag: string) =>
  transact((t) => [
    t.tagRow.create({ tag, postId, userId }).commit(),
    t.tag
      .update({ tag })
      .add({ posts: 1, followers: 0 })
      .data(({ label }, { ifNotExists }) => ifNotExists(label, labelIn(caption, tag)))
      .commit(),
    t.post
      .check({ postId })
      .where(({ audience, tags }, { eq, contains }) => `${eq(audience, "public")} AND ${contains(tags, tag)}`)
      .commit(),
  ])

const take = (postId: string, tag: string) =>
  transact((t) => [
    t.tagRow
      .delete({ tag, postId })
      .where(({ userId }, { exists }) => exists(userId))
      .commit(),
    t.tag.patch({ tag }).add({ posts: -1 }).commit(),
    t.post
      .check({ postId })
      .where(
        ({ audience, tags }, { ne, notExists, notContains }) =>
          `${notExists(audience)} OR ${ne(audience, "public")} OR ${notExists(tags)} OR ${notContains(tags, tag)}`,
      )
      .commit(),
  ])

/** As the caption writes it. */
function labelIn(caption: string, tag: string): string {
  const part = textParts(caption).find((found) => found.kind === "tag" && found.tag === tag)
  return part?.text.slice(1) ?? tag
}

/** How often it is looked at anew, when others write to the same tag at the same time. */
const looks = 5

/** Says of a tag which of its posts is the newest. Whoever changes it last finds it so. */
async function settleNewest(tag: string): Promise<void> {
  for (let look = 0; look < looks; look++) {
    const [{ data: row }, { data: rows }] = await Promise.all([
      table().tag.get({ tag }).go({ consistent: true }),
      table().tagRow.query.byTag({ tag }).go({ order: "desc", limit: 1, count: 1, consistent: true }),
    ])
    const newest = rows[0]?.postId
    const known = row?.newestPostId
    if (!row || newest === known) return
    const change = table().tag.patch({ tag })
    const set = newest ? change.set({ newestPostId: newest }) : change.remove(["newestPostId"])
    await unlessRefused(
      set
        .where(({ newestPostId }, { eq, notExists }) =>
          known ? eq(newestPostId, known) : notExists(newestPostId),
        )
        .go(),
    )
  }
}
