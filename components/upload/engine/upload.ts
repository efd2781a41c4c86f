import type { PhotoReason, PhotoView } from "@/core/photo/photo.schema"
import type { Upload as Plan } from "@/core/photo/upload.schema"
import type { Hashes } from "./hashes"

/**
 * Where a photo is. `queued`: nothing happened yet; `started`: the server knows it and waits for its bytes;
 * `processing`: the bytes are there.
 */
export type Stage = "queued" | "hashing" | "started" | "sending" | "processing" | "ready" | "failed"

/** Why a photo did not make it: what processing found, or what went wrong on the way. */
export type Fault = { reason: PhotoReason | "unreadable" | "refused"; detail?: string }

export type Upload = {
  /** Its name in this browser; it has no id before the server gave one. */
  key: string
  file: File
  /** Address of the local file, for its picture. */
  preview: string
  contentType: string
  altText: string
  stage: Stage
  /** Bytes that storage has. */
  sent: number
  /** What it waits for; it goes on by itself. */
  waiting?: "network" | "server" | "person"
  hashes?: Hashes
  /** The server makes one photo of it, however often it hears this key. */
  startKey: string
  photoId?: string
  /** How to send it, while that is fresh. */
  plan?: Plan
  /** Its bytes are with the server, whatever became of them there. */
  arrived?: boolean
  /** Somebody else decided about it: there is nothing more to follow or take back. */
  decided?: boolean
  /** It arrived through a link that has ended since: somebody may still decide about it. */
  ended?: boolean
  /** What arrived is to be processed once more. */
  again?: boolean
  /** It was begun anew because the server had lost it; not twice. */
  renewed?: boolean
  /** The file is kept in this browser, so that nothing is lost when the page is closed. */
  kept?: boolean
  /** The photo as the server shows it to its owner, once it is ready. */
  photo?: PhotoView
  fault?: Fault
}
