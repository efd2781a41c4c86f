import { AppError } from "../error"
import { operation } from "../operation"
import { Photo } from "../photo"
import { PhotoInput } from "../photo/photo.schema"
import { table, unlessRefused } from "../table"
import { change, type DraftRow, row } from "./draft"
import { publishIfComplete } from "./publish"

/**
 * Removes one's own photo, in whatever state it is, also out of a draft that waits for it. A draft whose other photos
 * are ready is published by that; one without photos is gone, unless it was kept for later.
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
    const changed = await write(draft, photos)
    if (changed) return changed.left
  }
  throw new AppError("conflict")
}

async function write(draft: DraftRow, photos: DraftRow["photos"]) {
  if (photos.length === 0 && !draft.saved && !draft.publishAt) {
    const gone = table()
      .draft.delete({ draftId: draft.draftId })
      .where(({ postId }, { notExists }) => notExists(postId))
    return (await unlessRefused(gone.go())) && { left: undefined }
  }
  // One that is saved may be without photos.
  const saved = photos.length === 0 && Boolean(draft.publishAt)
  const codes = await change(draft, { photos, ...(saved ? { saved } : {}) }, saved ? ["publishAt"] : [])
  return codes ? undefined : { left: await row(draft.draftId) }
}
