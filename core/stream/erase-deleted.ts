import { Photo } from "../photo"
import type { Post } from "../post"

/** Removes what a deleted row leaves behind. */
export const eraseDeleted = {
  /** A post takes the rows of its photos with it; their removal comes through the stream in turn. */
  async post(row: Record<string, unknown>): Promise<void> {
    const { photos } = row as unknown as Post.PostRow
    const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
    await Promise.all(rows.map((photo) => Photo.erase(photo)))
  },

  /** A photo takes its files with it. */
  async photo(row: Record<string, unknown>): Promise<void> {
    const { photoId, userId } = row as unknown as Photo.PhotoRow
    await Photo.eraseObjects(photoId, userId)
  },
}
