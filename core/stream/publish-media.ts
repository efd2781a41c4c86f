import { config } from "../config"
import { Photo } from "../photo"
import type { Post } from "../post"
import { Storage } from "../storage"
import { transact } from "../table"

/**
 * Gives the variants of a public post to the CDN, then says so in the post and its photos.
 * The copies of a post that was deleted meanwhile are removed again: this change may come after its deletion.
 */
export async function publishMedia(row: Record<string, unknown>): Promise<void> {
  const { postId, audience, photos } = row as unknown as Post.PostRow
  if (audience !== "public" || photos.every((card) => card.public)) return
  const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
  if (rows.length < photos.length) return
  await Promise.all(photos.flatMap((card) => copies(card)))
  const open = photos.map((card) => ({ ...card, public: true }))
  const codes = await transact((t) => [
    t.post.patch({ postId }).set({ photos: open }).commit(),
    ...open.map(({ photoId }) => t.photo.patch({ photoId }).set({ public: true }).commit()),
  ])
  if (codes) await eraseCopiesOfGone(rows)
}

async function eraseCopiesOfGone(rows: readonly Photo.PhotoRow[]) {
  const left = new Set((await Photo.rows(rows.map(({ photoId }) => photoId))).map(({ photoId }) => photoId))
  const gone = rows.filter(({ photoId }) => !left.has(photoId))
  await Promise.all(gone.map(({ photoId, userId }) => Photo.eraseObjects(photoId, userId)))
}

function copies({ photoId, version, width, height }: Photo.Picture) {
  const key = (kind: "private" | "public") => (name: ReturnType<typeof Photo.variantNames>[number]) =>
    Storage.variantKey({ kind, photoId, version, ...name })
  return Photo.variantNames(width, height).map((name) =>
    Storage.copy(config.mediaBucket, key("private")(name), key("public")(name)),
  )
}
