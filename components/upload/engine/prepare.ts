import { hashFile } from "./hash-file"
import { untilItPasses } from "./passing"
import type { Step } from "./steps"
import { own } from "./via"

/**
 * Tells the server about a photo, so that it has an id: a post can be made of it before its bytes are there. A file
 * that this person already has is not sent again.
 */
export async function prepare({ upload, tell, signal, partSize, via = own }: Step): Promise<void> {
  tell({ type: "started" })
  const { file, contentType, startKey } = upload
  const hashes = upload.hashes ?? (await hashFile(file, partSize))
  tell({ type: "hashed", hashes })
  signal.throwIfAborted()
  const offer = { fileName: file.name, contentType, byteLength: file.size, sha256: hashes.sha256 }
  const answer = await untilItPasses((timely) => via.uploads.start(offer, startKey, timely), {
    signal,
    onWait: (cause) => tell({ type: "waiting", for: cause }),
  })
  const { photoId } = answer
  if ("upload" in answer) tell({ type: "begun", photoId, plan: answer.upload })
  else tell({ type: "arrived", photoId })
}
