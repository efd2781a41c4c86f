import type { Part } from "@/core/photo/upload.schema"
import type { Hashes } from "./hashes"

/** The bytes of a part, numbered from 1. */
export function rangeOf(partNumber: number, partSize: number, byteLength: number) {
  const start = (partNumber - 1) * partSize
  return { start, end: Math.min(start + partSize, byteLength) }
}

/** Which parts storage has as they should be. */
export const intact = (have: readonly Part[], { parts }: Hashes) =>
  have.filter(({ partNumber, sha256 }) => parts[partNumber - 1] === sha256)

/** The parts that still have to be sent, in order. */
export function missing(have: readonly Part[], hashes: Hashes) {
  const there = new Set(intact(have, hashes).map(({ partNumber }) => partNumber))
  return hashes.parts
    .map((sha256, index) => ({ partNumber: index + 1, sha256 }))
    .filter(({ partNumber }) => !there.has(partNumber))
}
