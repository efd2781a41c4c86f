import { partBytes } from "./upload.schema"

/** Whether a file is too large to be sent in one piece. */
export const isInParts = (byteLength: number) => byteLength > partBytes

/** How many parts a file has. */
export const partCount = (byteLength: number) => Math.ceil(byteLength / partBytes)

/** How long a part has to be, numbered from 1; the last one is what is left. */
export const partLength = (byteLength: number, partNumber: number) =>
  Math.min(partBytes, byteLength - (partNumber - 1) * partBytes)

/** Whether these are all parts of a file, each as long as it has to be. */
export const areWhole = (parts: readonly { partNumber: number; byteLength: number }[], byteLength: number) =>
  parts.length === partCount(byteLength) &&
  parts.every((part, i) => part.partNumber === i + 1 && part.byteLength === partLength(byteLength, i + 1))
