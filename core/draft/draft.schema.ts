import { z } from "zod"
import { idOf } from "../id"
import { PhotoReason, PhotoState } from "../photo/photo.schema"
import { PostView, Visibility } from "../post/post.schema"

export const DraftView = z.object({
  id: idOf("draft"),
  caption: z.string(),
  visibility: Visibility,
  photos: z.array(
    z.object({
      photoId: idOf("photo"),
      altText: z.string(),
      state: PhotoState,
      reason: PhotoReason.optional(),
    }),
  ),
})
export type DraftView = z.output<typeof DraftView>

/** What publishing gives: the post, or the draft that becomes it when its last photo is ready. */
export const Publication = z.discriminatedUnion("status", [
  z.object({ status: z.literal("published"), post: PostView }),
  z.object({ status: z.literal("waiting"), draft: DraftView }),
  /** A photo of it failed: its owner removes it or tries again. */
  z.object({ status: z.literal("failed"), draft: DraftView }),
])
export type Publication = z.output<typeof Publication>

export const DraftInput = z.strictObject({ draftId: idOf("draft") })
