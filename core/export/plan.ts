import { config } from "../config"
import { Photo } from "../photo"
import { Storage } from "../storage"
import type { Gathered } from "./manifest"
import type { Manifest } from "./manifest.schema"

/** A photo's file in the archive, and where its bytes are. */
export type PlannedFile = {
  path: string
  part: number
  /** In the bucket of originals. */
  key: string
  byteLength: number
  sha256: string
  /** In the bucket of variants: what the page in the archive shows, as browsers do not know every format. */
  preview?: string
  createdAt: string
}

/** What an archive will be, as it was at one moment: kept beside its parts until it is ready. */
export type Plan = {
  manifest: Manifest
  account: object
  handle: string
  locale: "en" | "ja"
  at: string
  parts: number
  files: PlannedFile[]
}

/** What a part holds besides its photos: lists and pages; a guess is enough. */
const reserve = 64 * 1024

/** Divides the photos among parts in their order, each part as full as it may be. */
export function planOf({ manifest, account, originals, user }: Gathered, at: string): Plan {
  const { archivePartBytes } = config.settings.limits
  let part = 1
  let bytes = reserve
  const files = originals.map(({ path, photo }): PlannedFile => {
    const preview = previewOf(photo)
    // A preview is seldom more than a tenth of a megabyte.
    const needs = photo.byteLength + (preview ? 128 * 1024 : 0)
    if (bytes > reserve && bytes + needs > archivePartBytes) {
      part++
      bytes = reserve
    }
    bytes += needs
    const { userId, photoId, byteLength, sha256, createdAt } = photo
    const key = Storage.originalKey({ kind: "kept", userId, photoId })
    return { path, part, key, byteLength, sha256, createdAt, ...(preview ? { preview } : {}) }
  })
  return { manifest, account, handle: user.handle, locale: user.locale, at, parts: part, files }
}

function previewOf({ photoId, version, width = 0, height = 0 }: Photo.PhotoRow): string | undefined {
  const [name] = Photo.variantNames(width, height)
    .filter(({ format }) => format === "jpg")
    .sort((a, b) => a.size - b.size)
  return name && Storage.variantKey({ kind: "private", photoId, version, ...name })
}

/** Where the page in the archive finds the preview of a file. */
export const previewPath = (path: string) => path.replace(/^photos\/(.+)\.\w+$/, "previews/$1.jpg")
