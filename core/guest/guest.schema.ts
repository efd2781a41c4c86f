import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"
import { PhotoReason, PhotoState, PictureView } from "../photo/photo.schema"
import { SignParts, StartUpload } from "../photo/upload.schema"
import { LinkToken } from "../share/share.schema"
import { line } from "../text.schema"

export const maxGuestName = 60
/** How many photos are decided about in one call. */
export const maxDecided = 20

/** What a guest's browser makes up and keeps: whoever has it may go on with its photos. */
const GuestKey = z.string().regex(/^[\w-]{22,64}$/, { error: "guest_key" })

export const StartGuestUpload = StartUpload.extend({
  token: LinkToken,
  key: GuestKey,
  name: line(maxGuestName, 1),
})
export const GuestUploadInput = z.strictObject({ token: LinkToken, photoId: idOf("photo"), key: GuestKey })
export const SignGuestParts = SignParts.extend({ token: LinkToken, key: GuestKey })

/** A guest's photo as the guest may know of it. */
export const GuestPhotoState = z.object({
  id: idOf("photo"),
  state: PhotoState,
  reason: PhotoReason.optional(),
})
export type GuestPhotoState = z.output<typeof GuestPhotoState>

export const GuestQueueInput = PageInput.extend({ albumId: idOf("album") })

/** A photo that waits, for those who decide. */
export const WaitingPhoto = z.object({
  photoId: idOf("photo"),
  name: z.string(),
  sentAt: z.iso.datetime(),
  picture: PictureView,
})
export type WaitingPhoto = z.output<typeof WaitingPhoto>

export const DecideGuests = z.strictObject({
  albumId: idOf("album"),
  photoIds: z
    .array(idOf("photo"))
    .min(1, { error: "no_photo" })
    .max(maxDecided, { error: "too_many_photos" })
    .transform((ids) => [...new Set(ids)]),
  decision: z.enum(["approve", "decline"]),
})
/** How many were decided about here; others were already, or taken back by their guest. */
export const DecidedView = z.object({ decided: z.int().nonnegative() })
