import type { Part } from "@/core/photo/upload.schema"
import { hashFile } from "./hash-file"
import { intact, missing, rangeOf } from "./parts"
import { timely } from "./passing"
import type { Step } from "./steps"
import { transmit } from "./transmit"
import { own } from "./via"

/**
 * Sends the parts that storage lacks, one after the other, and completes the upload. A part counts when storage has
 * the whole of it: a cut line costs one part at the most.
 * @param have the parts that storage says it has
 * @throws ProblemError as soon as one fails
 */
export async function sendParts(
  { upload, tell, signal, via = own }: Step,
  partSize: number,
  have: readonly Part[],
) {
  const { file, photoId = "" } = upload
  const known = upload.hashes?.partSize === partSize ? upload.hashes : undefined
  const hashes = known ?? (await hashFile(file, partSize))
  const rest = missing(have, hashes)
  let there = intact(have, hashes).reduce((sum, { byteLength }) => sum + byteLength, 0)
  tell({ type: "progressed", sent: there })
  if (rest.length > 0) {
    const { parts } = await via.uploads.signParts(photoId, rest, timely(signal))
    for (const { partNumber, url, headers } of parts) {
      const { start, end } = rangeOf(partNumber, partSize, file.size)
      const before = there
      const onProgress = (sent: number) => tell({ type: "progressed", sent: before + sent })
      await transmit({ method: "PUT", url, headers, body: file.slice(start, end) }, onProgress, signal)
      there += end - start
    }
  }
  await via.uploads.complete(photoId, timely(signal))
}
