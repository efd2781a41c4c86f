import { Photo } from "../photo"
import { Post } from "../post"
import { transact } from "../table"

type Card = Post.PostRow["photos"][number]

/**
 * Gives the variants of a public post to the CDN, then says so in the post and its photos, if the post is as it was
 * read: an edit meanwhile has a change of its own. The change may come late, after the post was narrowed, edited or
 * deleted: then copies that were made on its account are removed again.
 */
export async function publishMedia(row: Record<string, unknown>): Promise<void> {
  const { postId, audience, photos } = row as unknown as Post.PostRow
  if (audience !== "public" || photos.every((card) => card.public)) return
  const post = await Post.postRow(postId)
  await withdrawUnless(post, photos)
  const closed = await there((post ? openCards(post) : []).filter((card) => !card.public))
  if (!post || closed.length === 0) return
  await Promise.all(closed.map((card) => Photo.expose(card)))
  if (!(await tell(post, closed))) await withdrawUnless(await Post.postRow(postId), closed)
}

/** The cards whose copies belong at the CDN. */
const openCards = ({ audience, photos }: Post.PostRow) => (audience === "public" ? photos : [])

/** Those whose photos exist: a post that is being deleted loses them one by one. */
async function there(cards: readonly Card[]) {
  if (cards.length === 0) return []
  const rows = new Set((await Photo.rows(cards.map(({ photoId }) => photoId))).map(({ photoId }) => photoId))
  return cards.filter(({ photoId }) => rows.has(photoId))
}

/** Removes the copies of cards that the post, as it is now, does not show to everybody at these addresses. */
async function withdrawUnless(post: Post.PostRow | undefined, cards: readonly Card[]) {
  const open = post ? openCards(post) : []
  const left = cards.filter((card) => !open.some((other) => Photo.sharesAddress(card, other)))
  await Promise.all(left.map((card) => Photo.withdraw(card)))
}

async function tell({ postId, updatedAt, photos }: Post.PostRow, closed: readonly Card[]): Promise<boolean> {
  const codes = await transact((t) => [
    t.post
      .patch({ postId })
      .set({ photos: photos.map((card) => (closed.includes(card) ? { ...card, public: true } : card)) })
      .where((post, { eq }) => eq(post.updatedAt, updatedAt))
      .commit(),
    ...closed.map(({ photoId }) => t.photo.patch({ photoId }).set({ public: true }).commit()),
  ])
  return codes === undefined
}
