import type { Entities } from "../table"
import type { PhotoRow } from "./photo"

type Row = Pick<PhotoRow, "photoId" | "state" | "updatedAt" | "postId">

/** The write that shuts a photo away: nobody gets its bytes any more, and none of them is lost. Its copies go. */
export const shutAway = (
  t: Entities,
  { photoId, state, updatedAt }: Row,
  reason: "removed" | "blocked" = "blocked",
) =>
  t.photo
    .patch({ photoId })
    // With its time, for the index of what is not ready.
    .set({ state: "quarantined", reason, updatedAt, public: false })
    .where((photo, { eq }) => eq(photo.state, state))
    .commit()

/** The write that gives it back as it was. */
export const released = (t: Entities, { photoId, postId, updatedAt }: Row) =>
  t.photo
    .patch({ photoId })
    // With its post, so that it leaves the index of what is left to do.
    .set({ state: "ready", updatedAt, ...(postId ? { postId } : {}) })
    .remove(["reason"])
    .where((photo, { eq }) => eq(photo.state, "quarantined"))
    .commit()
