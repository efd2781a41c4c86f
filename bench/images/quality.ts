import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { bytesAt } from "./equal-quality"
import { type Format, nameOf, type Output, outputsFor, webpOutputsFor } from "./outputs"
import type { Photo } from "./photos"
import type { Measurement } from "./rounds"
import { similarityTo } from "./similarity"
import { encodeNaively } from "./ways/encode-naively"

export type ScoredFile = Output & { bytes: number; similarity: number }
export type Scored = Measurement & { files: ScoredFile[] }

/** One of the naive files beside ours of the same size: the bytes it takes to be as like the original. */
export type Equal = Output & { ours: number; theirs: number }
export type Quality = { photo: Photo; scored: Scored[]; equals: Equal[] }

/** What the library takes when nothing is said. */
const DEFAULT_QUALITY: Record<Format, number> = { avif: 50, jpg: 80, webp: 80 }

/** Scores every file of a photo, and searches the naive settings that are as good as ours. */
export async function qualityOf(photo: Photo, measurements: Measurement[]): Promise<Quality> {
  const similarity = await similarityTo(photo.file)
  const scored: Scored[] = []
  for (const measurement of measurements.filter((one) => one.photo === photo)) {
    const outputs = outputsOf(measurement)
    const files = await Promise.all(
      outputs.map(async (output) => {
        const bytes = await readFile(join(measurement.folder, nameOf(output)))
        return { ...output, bytes: bytes.length, similarity: await similarity(bytes) }
      }),
    )
    scored.push({ ...measurement, files })
  }
  const original = await readFile(photo.file)
  const filesOf = (name: string) => scored.find(({ contestant }) => contestant === name)?.files ?? []
  const equals = await Promise.all(
    [...filesOf("naive"), ...filesOf("webp")].map(async ({ size, format, ...start }) => {
      // A WebP stands in for the AVIF where a browser knows no AVIF.
      const role = format === "webp" ? "avif" : format
      const ours = filesOf("eager").find((file) => file.size === size && file.format === role)
      if (!ours) throw new Error(`There is no ${nameOf({ size, format: role })} of ours.`)
      const encode = async (quality: number) => {
        const bytes = await encodeNaively(original, { size, format }, quality)
        return { bytes: bytes.length, similarity: await similarity(bytes) }
      }
      const known = { quality: DEFAULT_QUALITY[format], ...start }
      return { size, format, ours: ours.bytes, theirs: await bytesAt(ours.similarity, known, encode) }
    }),
  )
  return { photo, scored, equals }
}

function outputsOf({ contestant, photo }: Measurement): Output[] {
  if (contestant === "decode") return []
  return contestant === "webp" ? webpOutputsFor(photo.longest) : outputsFor(photo.longest)
}
