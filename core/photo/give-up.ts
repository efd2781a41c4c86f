import { measure } from "../metrics"
import { table, unlessRefused } from "../table"
import { epoch, now } from "../time"

/** The last attempt failed: the owner reads why and may try again. Stands apart: it needs no image library. */
export async function giveUp(photoId: string, deliveryId: string): Promise<void> {
  const failed = await unlessRefused(
    table()
      .photo.patch({ photoId })
      .set({ state: "failed", reason: "internal", updatedAt: now() })
      .remove(["leaseBy", "leaseUntil"])
      .where(({ state, leaseBy, leaseUntil }, { eq, lt, notExists }) => {
        const unfinished = `(${eq(state, "awaiting")} OR ${eq(state, "processing")})`
        // A duplicate that waited in vain gives up nothing: another delivery still encodes.
        return `${unfinished} AND (${notExists(leaseBy)} OR ${eq(leaseBy, deliveryId)} OR ${lt(leaseUntil, epoch())})`
      })
      .go(),
  )
  if (failed) measure("PhotosFailed")
}
