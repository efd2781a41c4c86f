import { z } from "zod"
import { idOf } from "../id"
import { PhotoReason, PhotoState, PictureView } from "../photo/photo.schema"
import { License, LocationChoice, PostView, Visibility } from "../post/post.schema"

/** Why a post was not published when its time had come. */
export const DraftFailure = z.enum(["photo_failed", "photo_gone", "photo_used"])
export type DraftFailure = z.output<typeof DraftFailure>

/**
 * What becomes of a draft: `waiting` for its photos, `scheduled` for its time, `saved` until its author says more, or
 * `failed`, when a photo stands in the way.
 */
export const DraftStatus = z.enum(["waiting", "scheduled", "saved", "failed"])
export type DraftStatus = z.output<typeof DraftStatus>

export const DraftView = z.object({
  id: idOf("draft"),
  status: DraftStatus,
  caption: z.string(),
  visibility: Visibility,
  commentsAllowed: z.boolean(),
  license: License,
  contentWarning: z.string().optional(),
  showCamera: z.boolean(),
  location: LocationChoice,
  publishAt: z.iso.datetime().optional(),
  failure: DraftFailure.optional(),
  createdAt: z.iso.datetime(),
  photos: z.array(
    z.object({
      photoId: idOf("photo"),
      altText: z.string(),
      state: PhotoState,
      reason: PhotoReason.optional(),
      /** Once it is ready. */
      picture: PictureView.optional(),
    }),
  ),
})
export type DraftView = z.output<typeof DraftView>

/** What publishing gives: the post, or the draft that becomes it. */
export const Publication = z.discriminatedUnion("status", [
  z.object({ status: z.literal("published"), post: PostView }),
  z.object({ status: DraftStatus, draft: DraftView }),
])
export type Publication = z.output<typeof Publication>

export const DraftInput = z.strictObject({ draftId: idOf("draft") })
