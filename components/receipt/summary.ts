import type { Receipt } from "@/core/image/receipt.schema"
import type { PhotoView } from "@/core/photo/photo.schema"

export type Kind = Exclude<keyof Receipt, "bytes">

/** What names a person or a device comes first: it matters most. */
export const kinds = [
  "location",
  "deviceSerial",
  "names",
  "time",
  "description",
  "software",
  "thumbnail",
  "makerNote",
  "video",
] as const satisfies readonly Kind[]

export type Summary = {
  /** How many photos have been read, and how many are still to come. */
  read: number
  waiting: number
  /** How many files tell a place, by its name or its coordinates. */
  located: number
  /** Whether a place could be shown: coordinates are known. */
  placeable: boolean
  /** Whether there is something of the camera to show. */
  camera: boolean
  identity: Kind[]
  rest: Kind[]
}

/**
 * What the files of a post told, all together.
 * @param photos as far as they are known; photos that failed count for nothing
 * @param showCamera whether readers get the time: then it is not said to be removed
 */
export function summaryOf(photos: readonly (PhotoView | undefined)[], showCamera: boolean): Summary {
  const hopeful = photos.filter((photo) => photo?.state !== "failed" && photo?.state !== "quarantined")
  const read = hopeful.filter((photo) => photo !== undefined && photo.receipt !== undefined)
  const found = kinds.filter((kind) => read.some((photo) => photo?.receipt?.[kind]))
  const timed = showCamera && read.some((photo) => photo?.camera?.takenAt)
  return {
    read: read.length,
    waiting: hopeful.length - read.length,
    located: read.filter((photo) => photo?.receipt?.location).length,
    placeable: read.some((photo) => photo?.location),
    camera: read.some((photo) => photo?.camera),
    identity: found.filter(isIdentity),
    rest: found.filter((kind) => kind !== "location" && !isIdentity(kind) && !(timed && kind === "time")),
  }
}

const isIdentity = (kind: Kind) => kind === "deviceSerial" || kind === "names"

/** What of one file readers do not get: all that it tells, but for camera and time where they get those. */
export function removedFrom(
  { receipt, camera }: Pick<PhotoView, "receipt" | "camera">,
  showCamera: boolean,
): (Kind | "camera")[] {
  const timed = showCamera && camera?.takenAt !== undefined
  const told = kinds.filter((kind) => receipt?.[kind] && !(timed && kind === "time"))
  return camera && !showCamera ? [...told, "camera"] : told
}
