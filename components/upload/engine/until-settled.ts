import type { PhotoView } from "@/core/photo/photo.schema"
import { passing, timely } from "./passing"
import { own, type Via } from "./via"
import { pause, waitAfter } from "./wait"

/**
 * Asks after a photo until it is ready or has failed, less and less often. A network that is gone for a while only
 * makes it wait longer.
 * @throws ProblemError when the server refuses to tell; AbortError when the signal fires
 */
export async function untilSettled(
  photoId: string,
  signal: AbortSignal,
  { photos }: Via = own,
): Promise<PhotoView> {
  for (let attempt = 0; ; attempt++) {
    const photo = await photos.get(photoId, timely(signal)).catch(ignoreSilence)
    if (photo && photo.state !== "awaiting" && photo.state !== "processing") return photo
    await pause(waitAfter(attempt), signal)
  }
}

/** Lets a poll go on after what will pass by itself: no network, a busy or restarting server. */
export function ignoreSilence(error: unknown): undefined {
  if (!passing(error)) throw error
}
