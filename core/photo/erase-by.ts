import { config } from "../config"
import { Storage } from "../storage"
import { batch, table, transact } from "../table"
import { avatarErasure } from "./erase"

const limit = 25

/**
 * Removes some of a person's photos, whatever they are in: their files follow from the stream. Then what is known of the
 * bytes, and what was uploaded each day. @returns whether some is left
 */
export async function eraseBy(userId: string): Promise<boolean> {
  const page = { limit, count: limit }
  const [{ data: photos }, { data: hashes }, { data: quotas }] = await Promise.all([
    table().photo.query.byUser({ userId }).go(page),
    table().photoHash.query.byHash({ userId }).go(page),
    table().quota.query.byDay({ userId }).go(page),
  ])
  for (const { photoId, guest } of photos) {
    if (guest) await table().guestPhoto.delete({ albumId: guest.albumId, photoId }).go()
    await transact((t) => avatarErasure(t, photoId))
  }
  const known = hashes.map(({ sha256 }) => ({ userId, sha256 }))
  const days = quotas.map(({ day }) => ({ userId, day }))
  await batch(known, (left) => table().photoHash.delete(left).go())
  await batch(days, (left) => table().quota.delete(left).go())
  return [photos, hashes, quotas].some(({ length }) => length === limit)
}

/** Removes what is left in storage under a person's id: parts that never became a file, originals in every version. */
export async function eraseKeptOf(userId: string): Promise<boolean> {
  const bucket = config.originalsBucket
  const under = (kind: "incoming" | "kept") => Storage.originalKey({ kind, userId, photoId: "" })
  // Before the objects: parts may be joined to one until then.
  await Storage.abortAll(bucket, under("incoming"))
  await Promise.all([Storage.removeAll(bucket, under("incoming")), Storage.removeAll(bucket, under("kept"))])
  return false
}
