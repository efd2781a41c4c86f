import type { PhotoReason } from "@/core/photo/photo.schema"
import type { FileKind } from "./file-kind"

export type Stage = "queued" | "hashing" | "sending" | "processing" | "ready" | "failed"

/** Why a photo did not make it: what processing found, or what went wrong on the way. */
export type Fault = { reason: PhotoReason | "unreachable" | "refused"; detail?: string }

export type Upload = {
  /** Its name in this list; it has no id before the server gave one. */
  key: string
  file: File
  /** Address of the local file, for its picture. */
  preview: string
  contentType: string
  altText: string
  stage: Stage
  /** Bytes that storage has. */
  sent: number
  sha256?: string
  photoId?: string
  /** Its bytes are with the server, whatever became of them there. */
  arrived?: boolean
  fault?: Fault
}

/** A file that was not taken into the list. */
export type Refusal = {
  name: string
  bytes: number
  reason: FileKind | "too_large" | "too_many" | "empty" | "twice"
}

export type UploadsState = { items: readonly Upload[]; refusals: readonly Refusal[] }

export type UploadsEvent =
  | { type: "added"; items: readonly Upload[]; refusals: readonly Refusal[] }
  | { type: "started"; key: string }
  | { type: "hashed"; key: string; sha256: string }
  | { type: "sending"; key: string; photoId: string }
  | { type: "progressed"; key: string; sent: number }
  | { type: "arrived"; key: string; photoId: string }
  | { type: "ready"; key: string }
  | { type: "failed"; key: string; fault: Fault }
  | { type: "retried"; key: string }
  | { type: "replaced"; key: string; item: Upload }
  | { type: "described"; key: string; altText: string }
  | { type: "moved"; key: string; to: number }
  | { type: "removed"; key: string }
  | { type: "refusals_read" }

export const noUploads: UploadsState = { items: [], refusals: [] }

/** What the list becomes by an event. Events about photos that are gone change nothing. */
export function uploadsState(state: UploadsState, event: UploadsEvent): UploadsState {
  switch (event.type) {
    case "added":
      return { items: [...state.items, ...event.items], refusals: event.refusals }
    case "refusals_read":
      return { ...state, refusals: [] }
    case "removed":
      return { ...state, items: state.items.filter(({ key }) => key !== event.key) }
    case "moved":
      return { ...state, items: moved(state.items, event.key, event.to) }
    case "hashed":
      return isTwice(state.items, event)
        ? dropTwice(state, event.key)
        : change(state, event.key, { sha256: event.sha256 })
    default:
      return change(state, event.key, changeOf(event))
  }
}

type OneChange = Exclude<UploadsEvent, { type: "added" | "refusals_read" | "removed" | "moved" | "hashed" }>

function changeOf(event: OneChange): Partial<Upload> {
  switch (event.type) {
    case "started":
      return { stage: "hashing" }
    case "sending":
      return { stage: "sending", photoId: event.photoId, arrived: false, sent: 0 }
    case "progressed":
      return { sent: event.sent }
    case "arrived":
      return { stage: "processing", photoId: event.photoId, arrived: true }
    case "ready":
      return { stage: "ready" }
    case "failed":
      return { stage: "failed", fault: event.fault }
    case "retried":
      return { stage: "queued", fault: undefined, sent: 0 }
    case "replaced":
      return { ...unsent, ...event.item }
    case "described":
      return { altText: event.altText }
  }
}

const unsent = {
  sha256: undefined,
  photoId: undefined,
  arrived: undefined,
  fault: undefined,
}

const change = (state: UploadsState, key: string, by: Partial<Upload>): UploadsState => ({
  ...state,
  items: state.items.map((item) => (item.key === key ? { ...item, ...by } : item)),
})

const isTwice = (items: readonly Upload[], { key, sha256 }: { key: string; sha256: string }) =>
  items.some((item) => item.key !== key && item.sha256 === sha256)

function dropTwice(state: UploadsState, key: string): UploadsState {
  const item = state.items.find((one) => one.key === key)
  if (!item) return state
  return {
    items: state.items.filter((one) => one !== item),
    refusals: [...state.refusals, { name: item.file.name, bytes: item.file.size, reason: "twice" }],
  }
}

function moved(items: readonly Upload[], key: string, to: number) {
  const item = items.find((one) => one.key === key)
  if (!item) return items
  const rest = items.filter((one) => one !== item)
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, item)
}
