import { ProblemError } from "@/components/api-call"
import type { Fault, Upload } from "./upload"
import type { UploadEvent } from "./uploads-state"
import type { Via } from "./via"

type Told<Event> = Event extends UploadEvent ? Omit<Event, "key"> : never

/** What a step of one photo's way works with. */
export type Step = {
  upload: Upload
  /** Tells what happened; says nothing any more once the signal has fired. */
  tell: (event: Told<UploadEvent>) => void
  signal: AbortSignal
  partSize: number
  /** One's own, unless told otherwise. */
  via?: Via
}

const unreadable = ["NotReadableError", "NotFoundError"]

/** What a person reads about a failure that stands: the server's own words where it said some. */
export function faultOf(error: unknown): Fault {
  if (error instanceof DOMException && unreadable.includes(error.name)) return { reason: "unreadable" }
  if (!(error instanceof ProblemError)) return { reason: "internal" }
  return { reason: "refused", detail: error.detail }
}

/** Whether the server says that it has no such photo. */
export const isGone = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code !== "storage" && [404, 410].includes(error.status)

/** Whether the server may have all bytes of a photo: the answer that says so can get lost. */
export const mayHaveArrived = ({ arrived, sent, file }: Pick<Upload, "arrived" | "sent" | "file">) =>
  arrived === true || sent >= file.size

/**
 * What happened to a photo that the server says it does not have.
 * @throws the error where it is the link that is gone, unless the photo is known to have arrived before it ended
 */
export function goneBy(error: ProblemError, upload: Upload, via: Via): Told<UploadEvent> {
  if (!via.isDecided || !mayHaveArrived(upload)) return { type: "lost", startKey: crypto.randomUUID() }
  if (error.reason === "link_ended" && upload.arrived) return { type: "ended" }
  if (error.reason) throw error
  return { type: "decided" }
}
