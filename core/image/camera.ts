import { Camera, MAX_TEXT } from "./camera.schema"
import { readTags } from "./exif-tags"

const TAGS = [
  "Make",
  "Model",
  "LensModel",
  "FocalLength",
  "FNumber",
  "ExposureTime",
  "ISO",
  "DateTimeOriginal",
  "OffsetTimeOriginal",
]

/**
 * What the EXIF block (starting at its TIFF header) says about the camera: each value only where it makes sense, and
 * undefined when none does. Never throws: no photo fails over its metadata.
 */
export async function readCamera(exif: Uint8Array): Promise<Camera | undefined> {
  const tags = await readTags(exif, TAGS)
  const candidates: Record<keyof Camera, unknown> = {
    make: text(tags.Make),
    model: text(tags.Model),
    lens: text(tags.LensModel),
    focalLength: number(tags.FocalLength),
    aperture: number(tags.FNumber),
    exposureTime: number(tags.ExposureTime),
    iso: number(tags.ISO),
    takenAt: takenAt(tags.DateTimeOriginal, tags.OffsetTimeOriginal),
  }
  const sound = Object.entries(candidates).filter(
    ([field, value]) => value !== undefined && Camera.safeParse({ [field]: value }).success,
  )
  return sound.length === 0 ? undefined : Camera.parse(Object.fromEntries(sound))
}

/** Printable, on one line, and short: it is shown to people, and a stranger wrote it. */
function text(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined
  const clean = value
    .slice(0, 1000)
    .replace(/\p{C}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
  const halfCharacter = /\p{Cs}$/u
  return clean.slice(0, MAX_TEXT).replace(halfCharacter, "").trimEnd() || undefined
}

/** Six digits say everything a dial can: 1/3 s is 0.333333. Some cameras give the same value several times. */
function number(value: unknown): number | undefined {
  const first: unknown = typeof value === "object" && value !== null && 0 in value ? value[0] : value
  return typeof first === "number" ? Number(first.toPrecision(6)) : undefined
}

/** EXIF writes 2026:05:06 07:08:09, and the time zone, if at all, in a tag of its own. */
function takenAt(time: unknown, offset: unknown): string | undefined {
  const match = typeof time === "string" ? /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)\b/.exec(time) : null
  if (match === null) return undefined
  const zone = typeof offset === "string" ? (/^[+-]\d\d:\d\d/.exec(offset)?.[0] ?? "") : ""
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`
}
