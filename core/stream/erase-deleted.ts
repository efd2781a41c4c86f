import type { Draft } from "../draft"
import { Guest } from "../guest"
import { Moderation } from "../moderation"
import { Photo } from "../photo"
import { Post } from "../post"
import { Share } from "../share"

/** Removes what a deleted row leaves behind. */
export const eraseDeleted = {
  /** A post takes the rows of its photos with it; their removal comes through the stream in turn. */
  async post(row: Record<string, unknown>): Promise<void> {
    const { postId, photos } = row as unknown as Post.PostRow
    const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
    await Promise.all([
      ...rows.map((photo) => Photo.erase(photo)),
      Post.eraseHistory(postId),
      Share.eraseOfTarget(postId),
      Guest.eraseUnder(postId),
    ])
  },

  /** What guests wrote through a link that is over, and nobody decided about, goes with it. */
  async share(row: Record<string, unknown>): Promise<void> {
    await Guest.eraseThrough(String(row.shareId))
  },

  /** Nothing leads to an album that is gone, and nothing waits for it. */
  async album(row: Record<string, unknown>): Promise<void> {
    const albumId = String(row.albumId)
    await Promise.all([Share.eraseOfTarget(albumId), Guest.eraseOfAlbum(albumId)])
  },

  /** A discarded draft takes its photos with it; those of a published one are the post's, and it only expires. */
  async draft(row: Record<string, unknown>): Promise<void> {
    const { draftId, photos } = row as unknown as Draft.DraftRow
    const rows = await Photo.rows(photos.map(({ photoId }) => photoId))
    const left = rows.filter((photo) => photo.draftId === draftId && !photo.postId)
    await Promise.all(left.map((photo) => Photo.erase(photo)))
  },

  /** A photo takes its files with it; what is to be kept of it, is first. */
  async photo(row: Record<string, unknown>): Promise<void> {
    const photo = row as unknown as Photo.PhotoRow
    await Moderation.preserveGone(photo)
    await Promise.all([Photo.eraseTraces(photo), Guest.forget(photo)])
  },
}
