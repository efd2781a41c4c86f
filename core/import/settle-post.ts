import { AppError } from "../error"
import { timeOf } from "../id"
import { idAt } from "../id-at"
import type { Photo } from "../photo"
import { Post } from "../post"
import type { License } from "../post/post.schema"
import type { PlannedPost } from "./adapter"
import { leftOut, type Open } from "./begin-post"
import type { ImportRow } from "./import"
import { ImportOptions } from "./import.schema"
import type { Line } from "./lines"

const isFailed = ({ state }: Photo.PhotoRow) => state === "failed" || state === "quarantined"

/** Whether nothing more happens to the photos of an item by itself. */
export const isSettled = (photos: readonly Photo.PhotoRow[]) =>
  photos.every((photo) => photo.state === "ready" || isFailed(photo))

/**
 * Publishes a post whose photos are made, with those that could be, at its own time. Done again it finds the post there.
 * @returns the lines of the ledger, a photo each
 */
export async function settlePost(
  row: ImportRow,
  post: PlannedPost,
  open: Open,
  photos: readonly Photo.PhotoRow[],
): Promise<Line[]> {
  const { importId, userId } = row
  const ready = post.photos.flatMap(({ altText }, line) => {
    const photo = photos.find(({ photoId }) => photoId === open.photos[line]?.photoId)
    return photo?.state === "ready" ? [{ photo, altText, line }] : []
  })
  const at = post.at ?? takenAt(ready[0]?.photo) ?? timeOf(importId)
  const postId = idAt("post", at, importId, "post", String(open.item))
  if (ready.length > 0) {
    const options = ImportOptions.parse(row.options)
    const content: Post.Content = {
      license: "all_rights_reserved" as License,
      commentsAllowed: true,
      ...options,
      ...(post.content as Partial<Post.Content>),
      caption: post.caption,
      visibility: post.visibility ?? options.visibility,
      photos: ready.map(({ photo, altText }) => ({ photoId: photo.photoId, altText })),
    }
    const rows = ready.map(({ photo }) => photo)
    if (!(await publishOnce(userId, content, rows, postId))) ready.length = 0
  }
  const made = new Set(ready.map(({ line }) => line))
  return post.photos.map(({ entry: { path } }, line) =>
    made.has(line)
      ? { item: open.item, line, path, outcome: "imported" as const, postId }
      : leftOut(open.item, line, path, open.photos[line]?.reason ?? "photo_failed"),
  )
}

/** By the clock of the camera, which knows of no zone: taken for UTC. */
function takenAt(photo: Photo.PhotoRow | undefined): number | undefined {
  const time = Date.parse(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(photo?.camera?.takenAt ?? "")
      ? `${photo?.camera?.takenAt}Z`
      : (photo?.camera?.takenAt ?? ""),
  )
  return Number.isNaN(time) ? undefined : time
}

/** @returns whether the post is there; not when its photos got into another post meanwhile */
async function publishOnce(userId: string, content: Post.Content, photos: Photo.PhotoRow[], postId: string) {
  if (await Post.postRow(postId)) return true
  const past = { postId, at: new Date(timeOf(postId)).toISOString() }
  try {
    await Post.publish(userId, content, photos, undefined, past)
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error
    // By another run in the same moment, or before a crash that nobody saw.
    return (await Post.postRow(postId)) !== undefined
  }
}
