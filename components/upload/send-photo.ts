import { ProblemError, photos, uploads } from "@/components/api-client"
import type { PhotoView } from "@/core/photo/photo.schema"
import { hashFile } from "./hash-file"
import { postFile } from "./post-file"
import { untilSettled } from "./until-settled"
import type { Upload, UploadsEvent } from "./uploads-state"

type Tell = (event: UploadsEvent) => void

/**
 * Takes one photo from the file to ready or failed and tells each step. Never throws; says nothing any more once the
 * signal has fired.
 */
export async function sendPhoto(upload: Upload, tell: Tell, signal: AbortSignal) {
  const { key } = upload
  const tellUnlessStopped: Tell = (event) => {
    if (!signal.aborted) tell(event)
  }
  try {
    tellUnlessStopped({ type: "started", key })
    const photo =
      (await secondTry(upload, tellUnlessStopped, signal)) ?? (await send(upload, tellUnlessStopped, signal))
    if (photo.state === "ready") tellUnlessStopped({ type: "ready", key })
    else tellUnlessStopped({ type: "failed", key, fault: { reason: photo.reason ?? "internal" } })
  } catch (error) {
    tellUnlessStopped({ type: "failed", key, fault: faultOf(error) })
  }
}

/** A photo whose bytes are with the server is only processed again; undefined when that cannot be. */
async function secondTry(upload: Upload, tell: Tell, signal: AbortSignal): Promise<PhotoView | undefined> {
  const { key, photoId, arrived } = upload
  if (!photoId || !arrived) return undefined
  try {
    await photos.retry(photoId, signal)
  } catch (error) {
    if (error instanceof ProblemError && [404, 409, 410, 422].includes(error.status)) return undefined
    throw error
  }
  tell({ type: "arrived", key, photoId })
  return untilSettled(photoId, signal)
}

async function send(upload: Upload, tell: Tell, signal: AbortSignal): Promise<PhotoView> {
  const { key, file, contentType } = upload
  // An earlier try left a photo behind that will never be used.
  if (upload.photoId) await photos.remove(upload.photoId).catch(() => undefined)
  const sha256 = upload.sha256 ?? (await hashFile(file))
  tell({ type: "hashed", key, sha256 })
  if (signal.aborted) throw signal.reason
  const answer = await uploads.start(
    { fileName: file.name, contentType, byteLength: file.size, sha256 },
    signal,
  )
  const { photoId } = answer
  if ("upload" in answer) {
    tell({ type: "sending", key, photoId })
    await postFile(file, answer.upload, (sent) => tell({ type: "progressed", key, sent }), signal)
  }
  tell({ type: "arrived", key, photoId })
  return untilSettled(photoId, signal)
}

function faultOf(error: unknown): Upload["fault"] & object {
  if (!(error instanceof ProblemError)) return { reason: "internal" }
  if (error.code === "unreachable") return { reason: "unreachable" }
  return { reason: "refused", detail: error.detail }
}
