import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { PhotoInput } from "../photo/photo.schema"
import { table, unlessRefused } from "../table"
import { type DraftRow, publishIfComplete, row } from "./draft"

/**
 * Removes one's own photo, in whatever state it is, also out of a draft that waits for it. A draft whose other photos
 * are ready is published by that; one without photos is gone.
 * @throws AppError `not_found`; `conflict` when a post shows the photo, or it stands beside one's name
 */
export const removePhoto = operation(PhotoInput, async (actor, { photoId }): Promise<void> => {
  const photo = await Photo.own(actor, photoId)
  if (photo.postId) throw new AppError("conflict", { reason: "photo_in_post" })
  if (photo.avatar) throw new AppError("conflict", { reason: "photo_is_avatar" })
  const rest = photo.draftId ? await takeOut(photo.draftId, photoId) : undefined
  if (rest && !rest.postId) await publishIfComplete(rest)
  // Last, so that whoever was cut off before this can do it again.
  if (await Photo.erase(photo)) return
  if ((await Photo.rows([photoId])).length > 0) throw new AppError("conflict", { reason: "photo_in_post" })
})

/** How often to try again when somebody else takes another photo out in the same moment. */
const attempts = 5

/** @returns what is left of the draft, or undefined when nothing is */
async function takeOut(draftId: string, photoId: string): Promise<DraftRow | undefined> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const draft = await row(draftId)
    if (!draft?.photos.some((photo) => photo.photoId === photoId)) return draft
    if (draft.postId) throw new AppError("conflict", { reason: "photo_in_post" })
    const photos = draft.photos.filter((photo) => photo.photoId !== photoId)
    const changed = await write(draftId, draft.photos.length, photos)
    if (changed) return changed.left
  }
  throw new AppError("conflict")
}

async function write(draftId: string, before: number, photos: DraftRow["photos"]) {
  const draft = table().draft
  if (photos.length === 0) {
    const gone = draft.delete({ draftId }).where(({ postId }, { notExists }) => notExists(postId))
    return (await unlessRefused(gone.go())) && { left: undefined }
  }
  const less = draft
    .patch({ draftId })
    .set({ photos })
    .where((d, is) => `${is.notExists(d.postId)} AND ${is.size(d.photos)} = ${is.escape(before)}`)
  const changed = await unlessRefused(less.go({ response: "all_new" }))
  return changed && { left: changed.data as DraftRow }
}
