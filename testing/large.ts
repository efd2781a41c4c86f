import type { UserActor } from "../core/actor"
import { config } from "../core/config"
import { Photo } from "../core/photo"
import { Storage } from "../core/storage"
import { delivered } from "./events"
import { given } from "./given"
import { type FilePart, partsOf, sendParts } from "./parts"

/** A photo that is sent in parts, begun, with all that can be done to it. */
export async function large(by: UserActor, bytes?: Buffer) {
  const begun = await given.largeUpload(by, bytes)
  const { photoId, key } = begun
  const parts = partsOf(begun.bytes)
  return {
    ...begun,
    parts,
    send: (some: FilePart[] = parts) => sendParts(by, photoId, some),
    progress: () => Photo.uploadProgress(by, { photoId }),
    complete: () => Photo.completeUpload(by, { photoId }),
    deliver: () => delivered(key, begun.bytes.length),
    get: () => Photo.get(by, { photoId }),
    open: () => openAt(key),
    row: async () => (await Photo.rows([photoId]))[0],
  }
}
export type Large = Awaited<ReturnType<typeof large>>

/** The uploads in parts that storage keeps open below a key. */
export async function openAt(key: string): Promise<string[]> {
  const found = []
  for await (const page of Storage.openUploads(config.originalsBucket, key)) found.push(...page)
  return found.map(({ uploadId }) => uploadId)
}
