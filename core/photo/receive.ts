import { createHash } from "node:crypto"
import { Blocklist } from "../blocklist"
import { Case } from "../case"
import { config } from "../config"
import { Draft } from "../draft"
import { Image } from "../image"
import { addFields, log } from "../log"
import { measure } from "../metrics"
import { Storage } from "../storage"
import { table, transact, unlessRefused } from "../table"
import { epoch, now } from "../time"
import { Photo } from "./index"
import type { PhotoRow } from "./photo"
import type { PhotoReason } from "./photo.schema"

export type Arrival = {
  userId: string
  photoId: string
  byteLength: number
  /** S3's order of events of one key, in hex. */
  sequencer: string
  /** When the last byte was stored. */
  arrivedAt: string
  /** Stays the same when this delivery is tried again: the lease knows its own holder by it. */
  deliveryId: string
}

/** Longer than the function may run, shorter than the wait before a delivery is tried again. */
const leaseSeconds = 65

/**
 * Turns the bytes that arrived into a photo. Works the same when it comes twice, late, or again after a crash.
 * @throws Error when it should be tried again: the row is not visible yet, another delivery encodes, a service fails
 */
export async function receive(arrival: Arrival): Promise<void> {
  const { photoId, userId } = arrival
  const photo = await lookUp(arrival)
  addFields({
    photo_id: photoId,
    user_id: userId,
    ...(photo?.requestId ? { request_id: photo.requestId } : {}),
  })
  if (!photo) return Photo.eraseObjects(photoId, userId)
  if (photo.state === "ready") return finish(photo, arrival)
  // Shut away by a decision: nothing that arrives makes it anew.
  if (photo.state === "quarantined") return
  if (photo.sequencer && order(arrival.sequencer) < order(photo.sequencer)) return
  const leased = await lease(arrival)
  if (!leased) throw new Error(`Photo ${photoId} is being encoded by another delivery.`)
  await encode(leased, arrival)
  // Read again: it may have been deleted meanwhile, have got a draft, or belong to another delivery by now.
  const [ended] = await Photo.rows([photoId])
  if (!ended) return Photo.eraseObjects(photoId, userId)
  if (ended.state === "ready") await finish(ended, arrival)
}

/** The row, undefined when the photo was deleted; throws when it is not there (yet). */
async function lookUp({ photoId, userId }: Arrival): Promise<PhotoRow | undefined> {
  const [[photo], gone] = await Promise.all([
    Photo.rows([photoId]),
    table().photoGone.get({ photoId }).go({ consistent: true }),
  ])
  if (photo?.userId === userId) return photo
  if (gone.data) return undefined
  throw new Error(`There is no row for photo ${photoId} yet.`)
}

async function lease({ photoId, deliveryId, sequencer }: Arrival): Promise<PhotoRow | undefined> {
  const taken = await unlessRefused(
    table()
      .photo.patch({ photoId })
      .set({
        state: "processing",
        updatedAt: now(),
        sequencer,
        leaseBy: deliveryId,
        leaseUntil: epoch(leaseSeconds),
      })
      .remove(["reason"])
      .where(
        ({ state, leaseBy, leaseUntil }, { ne, eq, lt, notExists }) =>
          `${ne(state, "ready")} AND (${notExists(leaseBy)} OR ${eq(leaseBy, deliveryId)} OR ${lt(leaseUntil, epoch())})`,
      )
      .go({ response: "all_new" }),
  )
  return taken?.data as PhotoRow | undefined
}

/** Makes the variants and settles the photo as ready, or as failed for good. @throws Error worth another try */
async function encode(photo: PhotoRow, arrival: Arrival): Promise<void> {
  const began = Date.now()
  try {
    const bytes = await readWhole(photo, arrival)
    const image = await Image.process(bytes)
    await store(photo, image)
    const { variants, ...found } = image
    const blockedBy = await Blocklist.match({ sha256: photo.sha256, dhash: found.dhash })
    if (blockedBy) return await shutAway(photo, found, blockedBy)
    await settle(photo, { state: "ready", ...found })
    log.info("photo ready", {
      state: "ready",
      bytes: bytes.length,
      width: found.width,
      height: found.height,
      variants: variants.length,
      variantBytes: variants.reduce((sum, { bytes }) => sum + bytes.length, 0),
      duration: Date.now() - began,
    })
    measure("PhotoReady", Math.max(0, Date.now() - Date.parse(arrival.arrivedAt)))
  } catch (error) {
    if (!(error instanceof Rejected) && !(error instanceof Image.ImageRejected)) throw error
    log.warn("photo failed", {
      state: "failed",
      reason: error.reason,
      bytes: arrival.byteLength,
      duration: Date.now() - began,
    })
    await settle(photo, { state: "failed", reason: error.reason })
    measure("PhotosFailed")
  }
}

/** It is, or looks like, what is blocked: its owner reads so, and a person looks at it. */
async function shutAway(photo: PhotoRow, found: Omit<Image.Processed, "variants">, blockedBy: string) {
  const { photoId, userId } = photo
  await Case.add(
    { targetId: photoId, ownerId: userId, kind: "blocked_content" },
    Case.rankOf("blocked_content"),
    0,
  )
  await settle(photo, { state: "quarantined", reason: "blocked", ...found })
  log.warn("photo blocked", { state: "quarantined", blocked_by: blockedBy })
  measure("PhotosFailed")
}

async function readWhole(photo: PhotoRow, { userId, photoId, byteLength }: Arrival): Promise<Buffer> {
  if (byteLength > config.settings.limits.photoBytes) throw new Rejected("too_large")
  const key = Storage.originalKey({ kind: "incoming", userId, photoId })
  const bytes = await Storage.read(config.originalsBucket, key)
  if (createHash("sha256").update(bytes).digest("hex") !== photo.sha256) throw new Rejected("mismatch")
  return bytes
}

async function store({ photoId, userId, version }: PhotoRow, { variants }: Image.Processed): Promise<void> {
  const original = (kind: "incoming" | "kept") => Storage.originalKey({ kind, userId, photoId })
  await Promise.all([
    Storage.copy(config.originalsBucket, original("incoming"), original("kept")),
    ...variants.map(({ size, format, bytes }) =>
      Storage.write(
        config.mediaBucket,
        Storage.variantKey({ kind: "private", photoId, version, size, format }),
        bytes,
        format === "avif" ? "image/avif" : "image/jpeg",
      ),
    ),
  ])
}

/** Writes how it ended, if the lease still holds and the photo still exists; a ready one's bytes are known from here. */
async function settle(photo: PhotoRow, change: Partial<PhotoRow>): Promise<void> {
  const { photoId, userId, sha256, leaseBy = "" } = photo
  await transact((t) => [
    t.photo
      .patch({ photoId })
      .set({ ...change, updatedAt: now() })
      .remove(["leaseBy", "leaseUntil"])
      .where((row, { eq }) => eq(row.leaseBy, leaseBy))
      .commit(),
    ...(change.state === "ready" ? [t.photoHash.put({ userId, sha256, photoId }).commit()] : []),
  ])
}

/** What follows once a photo is ready; safe to repeat. */
async function finish(photo: PhotoRow, { userId, photoId }: Arrival): Promise<void> {
  if (photo.draftId) await Draft.photoReady(photo.draftId)
  await Storage.removeAll(config.originalsBucket, Storage.originalKey({ kind: "incoming", userId, photoId }))
}

const order = (sequencer: string) => BigInt(`0x${sequencer}`)

class Rejected extends Error {
  constructor(readonly reason: PhotoReason) {
    super(reason)
  }
}
