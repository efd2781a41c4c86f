import type { Draft } from "../draft"
import { Photo } from "../photo"
import { Post } from "../post"

/** Removes what a deleted row leaves behind. */
export const eraseDeleted = {
  /** A post takes the rows of its photos with it; their removal comes through the stream in turn. */
  async post(row: Record<string, unknown>): Promise<void> {
    const { postId, photos } = row as unknown as Post.PostRow
    const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
    await Promise.all([...rows.map((photo) => Photo.erase(photo)), Post.eraseHistory(postId)])
  },

  /** A discarded draft takes its photos with it; those of a published one are the post's, and it only expires. */
  async draft(row: Record<string, unknown>): Promise<void> {
    const { draftId, photos } = row as unknown as Draft.DraftRow
    const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
    const left = rows.filter((photo) => photo.draftId === draftId && !photo.postId)
    await Promise.all(left.map((photo) => Photo.erase(photo)))
  },

  /** A photo takes its files with it. */
  async photo(row: Record<string, unknown>): Promise<void> {
    await Photo.eraseTraces(row as unknown as Photo.PhotoRow)
  },
}
