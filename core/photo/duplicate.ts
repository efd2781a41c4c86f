import { Blocklist } from "../blocklist"
import { config } from "../config"
import { Storage } from "../storage"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import type { PhotoRow } from "./photo"
import { variantNames } from "./picture"

/**
 * @returns the ready photo that this person made of the same file, if there is one, and it does not look like what was
 * blocked since: then the file is sent again, and looked at
 */
export async function knownPhoto(
  userId: string,
  { sha256, byteLength }: { sha256: string; byteLength: number },
): Promise<PhotoRow | undefined> {
  const { data: known } = await table().photoHash.get({ userId, sha256 }).go({ consistent: true })
  if (!known) return undefined
  const { data: photo } = await table().photo.get({ photoId: known.photoId }).go({ consistent: true })
  if (photo?.state !== "ready" || photo.byteLength !== byteLength) return undefined
  const { dhash } = photo
  return dhash && (await Blocklist.match({ sha256, dhash })) ? undefined : photo
}

/**
 * Keeps a ready photo that nobody published yet from being swept away.
 * @returns whether it is in no post, no draft and beside no name, and so can be used
 */
export async function keepUnused({ photoId }: PhotoRow): Promise<boolean> {
  const kept = table()
    .photo.patch({ photoId })
    .set({ state: "ready", updatedAt: now() })
    .where(({ state, postId, draftId, avatar, guest }, { eq, notExists }) =>
      [eq(state, "ready"), ...[postId, draftId, avatar, guest].map((use) => notExists(use))].join(" AND "),
    )
  return (await unlessRefused(kept.go())) !== undefined
}

/**
 * Makes a photo that awaits its bytes a copy of another, inside storage, so that the file is not sent again.
 * @returns whether it did; not when the other is being deleted, then the bytes have to be sent
 */
export async function copyInto(photoId: string, photo: PhotoRow): Promise<boolean> {
  try {
    await copyObjects(photo, photoId)
  } catch (error) {
    if (Storage.isMissing(error)) return false
    throw error
  }
  const { version, width, height, color, thumbhash, dhash, animated, camera, receipt, location, kind } = photo
  const found = { version, width, height, color, thumbhash, dhash, animated, camera, receipt, location, kind }
  const ready = table()
    .photo.patch({ photoId })
    .set({ state: "ready", ...found, updatedAt: now() })
    .where(({ state }, { eq }) => eq(state, "awaiting"))
  return (await unlessRefused(ready.go())) !== undefined
}

async function copyObjects({ photoId: from, userId, version, width = 0, height = 0 }: PhotoRow, to: string) {
  const original = (photoId: string) => Storage.originalKey({ kind: "kept", userId, photoId })
  const variant = (photoId: string) => (name: ReturnType<typeof variantNames>[number]) =>
    Storage.variantKey({ kind: "private", photoId, version, ...name })
  await Promise.all([
    Storage.copy(config.originalsBucket, original(from), original(to)),
    ...variantNames(width, height).map((name) =>
      Storage.copy(config.mediaBucket, variant(from)(name), variant(to)(name)),
    ),
  ])
}
