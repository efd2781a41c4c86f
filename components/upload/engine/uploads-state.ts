import type { PhotoView } from "@/core/photo/photo.schema"
import type { Upload as Plan } from "@/core/photo/upload.schema"
import type { FileKind } from "./file-kind"
import type { Hashes } from "./hashes"
import type { Fault, Upload } from "./upload"

/** A file that was not taken into the list. */
export type Refusal = {
  name: string
  bytes: number
  reason: FileKind | "too_large" | "too_many" | "empty" | "unreadable" | "twice" | "lost"
}

export type UploadsState = { items: readonly Upload[]; refusals: readonly Refusal[] }

/** What happens to one photo. */
export type UploadEvent = { key: string } & (
  | { type: "started" }
  | { type: "hashed"; hashes: Hashes }
  | { type: "begun"; photoId: string; plan: Plan }
  | { type: "sending" }
  | { type: "progressed"; sent: number }
  | { type: "waiting"; for: Upload["waiting"] }
  | { type: "arrived"; photoId: string }
  | { type: "settled"; photo: PhotoView }
  | { type: "failed"; fault: Fault }
  | { type: "kept" }
  /** What a guest sent was approved or declined. */
  | { type: "decided" }
  /** The link that a guest sent it through has ended: it waits, and no more is heard of it. */
  | { type: "ended" }
  /** The server no longer has it: it begins anew under another key. */
  | { type: "lost"; startKey: string }
  | { type: "retried" }
  | { type: "replaced"; item: Upload }
  | { type: "described"; altText: string }
  | { type: "moved"; to: number }
  | { type: "removed" }
)

/** What the photos of a post become by an event. Events about photos that are gone change nothing. */
export function uploadsState<State extends UploadsState>(state: State, event: UploadEvent): State {
  const item = state.items.find(({ key }) => key === event.key)
  if (!item) return state
  switch (event.type) {
    case "removed":
      return { ...state, items: state.items.filter((one) => one !== item) }
    case "moved":
      return { ...state, items: moved(state.items, item, event.to) }
    case "hashed":
      if (isTwice(state.items, item, event.hashes)) return dropTwice(state, item)
  }
  const changed = { ...item, ...changeOf(item, event) }
  return { ...state, items: state.items.map((one) => (one === item ? changed : one)) }
}

/** Stops what is on its way; it goes on from there. */
export const stopped = (item: Upload): Upload => {
  if (item.stage === "hashing") return { ...item, stage: "queued", waiting: undefined }
  if (item.stage === "sending") return { ...item, stage: "started", waiting: undefined }
  return item
}

/** A photo that was ready is asked after once more. */
export const unsettled = (item: Upload): Upload =>
  item.stage === "ready" ? { ...item, stage: "processing", photo: undefined } : item

function changeOf(item: Upload, event: Exclude<UploadEvent, { type: "removed" | "moved" }>): Partial<Upload> {
  switch (event.type) {
    case "started":
      return { stage: "hashing" }
    case "hashed":
      return { hashes: event.hashes }
    case "begun":
      return { stage: "started", photoId: event.photoId, plan: event.plan, waiting: undefined }
    case "sending":
      // What was planned holds once: later the server says what it still lacks.
      return { stage: "sending", plan: undefined }
    case "progressed":
      return { sent: event.sent, waiting: undefined }
    case "waiting":
      return { waiting: event.for }
    case "arrived":
      return { stage: "processing", photoId: event.photoId, arrived: true, waiting: undefined }
    case "settled":
      return settled(event.photo)
    case "failed":
      return { stage: "failed", fault: event.fault, waiting: undefined }
    case "kept":
      return { kept: true }
    case "decided":
      return { stage: "ready", arrived: true, decided: true, waiting: undefined, fault: undefined }
    case "ended":
      return { stage: "ready", ended: true, waiting: undefined }
    case "lost":
      return lost(item, event.startKey)
    case "retried":
      return retried(item)
    case "replaced":
      return { ...unsent, ...event.item, altText: item.altText }
    case "described":
      return { altText: event.altText }
  }
}

const settled = (photo: PhotoView): Partial<Upload> =>
  photo.state === "ready"
    ? { stage: "ready", photo, again: undefined }
    : { stage: "failed", fault: { reason: photo.reason ?? "internal" }, again: undefined }

const unsent = {
  sent: 0,
  hashes: undefined,
  photoId: undefined,
  plan: undefined,
  arrived: undefined,
  decided: undefined,
  ended: undefined,
  again: undefined,
  renewed: undefined,
  waiting: undefined,
  kept: undefined,
  photo: undefined,
  fault: undefined,
}

function lost(item: Upload, startKey: string): Partial<Upload> {
  if (item.renewed) return { stage: "failed", fault: { reason: "internal" } }
  const { kept } = item
  // The file may have been read wrongly.
  const hashes = item.fault?.reason === "mismatch" ? undefined : item.hashes
  return { ...unsent, hashes, kept, stage: "queued", startKey, renewed: true }
}

function retried({ arrived, photoId }: Upload): Partial<Upload> {
  const stage = arrived ? "processing" : photoId ? "started" : "queued"
  return { stage, again: arrived, renewed: undefined, fault: undefined }
}

const isTwice = (items: readonly Upload[], item: Upload, { sha256 }: Hashes) =>
  items.some((one) => one !== item && one.hashes?.sha256 === sha256)

function dropTwice<State extends UploadsState>(state: State, item: Upload): State {
  const refusal = { name: item.file.name, bytes: item.file.size, reason: "twice" } as const
  return {
    ...state,
    items: state.items.filter((one) => one !== item),
    refusals: [...state.refusals, refusal],
  }
}

function moved(items: readonly Upload[], item: Upload, to: number) {
  const rest = items.filter((one) => one !== item)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, item)
}
