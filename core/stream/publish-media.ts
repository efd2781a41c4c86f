import { config } from "../config"
import { Photo } from "../photo"
import type { Post } from "../post"
import { Storage } from "../storage"
import { transact } from "../table"

/**
 * Gives the variants of a public post to the CDN, then says so in the post and its photos.
 * A post that was deleted meanwhile is left alone: its deletion comes later in the stream and removes the copies.
 */
export async function publishMedia(row: Record<string, unknown>): Promise<void> {
  const { postId, visibility, photos } = row as unknown as Post.PostRow
  if (visibility !== "public" || photos.every((card) => card.public)) return
  const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
  if (rows.length < photos.length) return
  await Promise.all(photos.flatMap((card) => copies(card)))
  const open = photos.map((card) => ({ ...card, public: true }))
  await transact((t) => [
    t.post.patch({ postId }).set({ photos: open }).commit(),
    ...open.map(({ photoId }) => t.photo.patch({ photoId }).set({ public: true }).commit()),
  ])
}

function copies({ photoId, version, width, height }: Photo.Picture) {
  const key = (kind: "private" | "public") => (name: ReturnType<typeof Photo.variantNames>[number]) =>
    Storage.variantKey({ kind, photoId, version, ...name })
  return Photo.variantNames(width, height).map((name) =>
    Storage.copy(config.mediaBucket, key("private")(name), key("public")(name)),
  )
}
