import { isArchive, isPicture, isVideo } from "./path"
import { originalOf } from "./sidecar"

/** How the names of one folder belong together: found once, as a folder may have tens of thousands. */
export type Pairs = {
  /** The photo that an edited one was made of, by their names. One that several were made of belongs to the first. */
  originals: ReadonlyMap<string, string>
  /** The names of all that belong to an edited one. */
  taken: ReadonlySet<string>
  /** The names of pictures without their ending. */
  stems: ReadonlySet<string>
}

/** @param names those that can be read */
export function pairsOf(names: Iterable<string>): Pairs {
  const pictures = new Set([...names].filter(isPicture))
  const stems = new Map<string, string>()
  for (const name of pictures) if (!stems.has(stemOf(name))) stems.set(stemOf(name), name)
  const originals = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of pictures) {
    const plain = originalOf(name)
    if (!plain) continue
    // A HEIC becomes a JPEG when it is edited.
    const original = pictures.has(plain) ? plain : stems.get(stemOf(plain))
    if (!original || taken.has(original)) continue
    originals.set(name, original)
    taken.add(original)
  }
  return { originals, taken, stems: new Set(stems.keys()) }
}

/** Why something of a folder is no photo. */
export function whyNot(name: string, { stems }: Pairs) {
  if (isArchive(name)) return "nested_archive" as const
  if (!isVideo(name)) return "not_a_photo" as const
  // The moving part of a photo: IMG_1.HEIC with IMG_1.MP4, or PXL_1.MP.jpg with PXL_1.MP.
  return stems.has(stemOf(name)) || stems.has(name) ? ("live_photo" as const) : ("video" as const)
}

const stemOf = (name: string) => name.slice(0, name.lastIndexOf("."))
