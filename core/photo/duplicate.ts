import { NoSuchKey } from "@aws-sdk/client-s3"
import { config } from "../config"
import { newId } from "../id"
import { Storage } from "../storage"
import { table } from "../table"
import { now } from "../time"
import type { PhotoRow } from "./photo"
import { variantNames } from "./picture"

/**
 * The photo to use for a file that this person has uploaded before, so that it is not sent again.
 * One that is in no post yet is used as it is; one that is published is copied inside storage.
 * @returns its id, or undefined when the bytes have to be sent
 */
export async function duplicateOf(userId: string, sha256: string): Promise<string | undefined> {
  const { data: known } = await table().photoHash.get({ userId, sha256 }).go({ consistent: true })
  if (!known) return undefined
  const { data: photo } = await table().photo.get({ photoId: known.photoId }).go({ consistent: true })
  if (photo?.state !== "ready") return undefined
  if (!photo.postId && !photo.draftId) return photo.photoId
  return copyOf(photo)
}

async function copyOf(photo: PhotoRow): Promise<string | undefined> {
  const photoId = newId("photo")
  const { userId, version, width = 0, height = 0 } = photo
  const variant = (id: string) => (name: ReturnType<typeof variantNames>[number]) =>
    Storage.variantKey({ kind: "private", photoId: id, version, ...name })
  const names = variantNames(width, height)
  const original = (id: string) => Storage.originalKey({ kind: "kept", userId, photoId: id })
  try {
    await Promise.all([
      Storage.copy(config.originalsBucket, original(photo.photoId), original(photoId)),
      ...names.map((name) =>
        Storage.copy(config.mediaBucket, variant(photo.photoId)(name), variant(photoId)(name)),
      ),
    ])
  } catch (error) {
    // Deleted in this very moment: then the bytes are sent again.
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
  const { draftId: _d, postId: _p, sequencer: _s, ...kept } = photo
  const at = now()
  await table()
    .photo.create({ ...kept, photoId, public: false, createdAt: at, updatedAt: at })
    .go()
  return photoId
}
