import { ProblemError } from "@/components/api-call"
import { untilItPasses } from "./passing"
import { goneBy, isGone, type Step } from "./steps"
import { untilSettled } from "./until-settled"
import { own, type Via } from "./via"

/** Follows a photo whose bytes have arrived until it is ready or has failed; on a second try, asks for that first. */
export async function follow({ upload, tell, signal, via = own }: Step): Promise<void> {
  const { photoId = "", again } = upload
  try {
    if (again) await retry(photoId, signal, via)
    tell({ type: "settled", photo: await untilSettled(photoId, signal, via) })
  } catch (error) {
    signal.throwIfAborted()
    if (!isGone(error)) throw error
    tell(goneBy(error, upload, via))
  }
}

async function retry(photoId: string, signal: AbortSignal, { photos }: Via) {
  try {
    await untilItPasses((timely) => photos.retry(photoId, timely), { signal, onWait: () => undefined })
  } catch (error) {
    // It is being processed already.
    if (!(error instanceof ProblemError) || error.status !== 409) throw error
  }
}
