import { config } from "../config"
import { Storage } from "../storage"
import { rows } from "./photo"
import { eachApart } from "./sweep-apart"

/**
 * Aborts uploads in parts that no photo waits for: of photos that were deleted or failed, and such that nobody noted.
 * @param before only those that began earlier
 * @param limit the most that are aborted
 */
export async function sweepParts(
  before: string,
  limit: number,
): Promise<{ aborted: number; faults: number; more: boolean }> {
  let aborted = 0
  let faults = 0
  for await (const page of Storage.openUploads(config.originalsBucket, "incoming/")) {
    const old = page.filter(({ begunAt }) => begunAt < before)
    const unwanted = await withoutPhoto(old)
    const taken = unwanted.slice(0, limit - aborted - faults)
    const outcome = await eachApart(taken, Storage.abortUpload)
    aborted += outcome.done.length
    faults += outcome.faults
    if (taken.length < unwanted.length) return { aborted, faults, more: true }
  }
  return { aborted, faults, more: false }
}

async function withoutPhoto(uploads: Storage.OpenUpload[]): Promise<Storage.OpenUpload[]> {
  const photoIdOf = ({ key }: Storage.OpenUpload) => {
    const parsed = Storage.parseKey(key)
    return parsed?.kind === "incoming" ? parsed.photoId : ""
  }
  const photoIds = new Set(uploads.map(photoIdOf).filter((photoId) => photoId !== ""))
  const waiting = (await rows([...photoIds])).filter(({ state }) => state === "awaiting")
  const wanted = new Set(waiting.map(({ uploadId }) => uploadId))
  return uploads.filter(({ uploadId }) => !wanted.has(uploadId))
}
