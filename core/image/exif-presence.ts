import { openTiff, pointedDirectory, readDirectory } from "./ifd"

const EXIF_POINTER = 0x8769
const GPS_POINTER = 0x8825
const THUMBNAIL_LENGTH = 0x0202

/** The numbers of the tags that hold something: `tags` of the picture and its exposure, `gps` of the place. */
export type ExifPresence = { tags: ReadonlySet<number>; gps: ReadonlySet<number>; thumbnail: boolean }

/** Reads which tags an EXIF block (starting at its TIFF header) fills in. Never throws. */
export function exifPresence(block: Uint8Array): ExifPresence {
  const tiff = openTiff(block)
  if (tiff === undefined) return { tags: new Set(), gps: new Set(), thumbnail: false }
  const image = readDirectory(tiff, tiff.first)
  const exposure = pointedDirectory(tiff, image, EXIF_POINTER)
  const thumbnail = image.next === 0 ? undefined : readDirectory(tiff, image.next)
  return {
    tags: new Set([...filled(image.values), ...filled(exposure?.values)]),
    gps: filled(pointedDirectory(tiff, image, GPS_POINTER)?.values),
    thumbnail: thumbnail?.values.has(THUMBNAIL_LENGTH) ?? false,
  }
}

/** Cameras write fields of blanks or zeros for an author that nobody entered: those disclose nothing. */
function filled(values: ReadonlyMap<number, Uint8Array> = new Map()): Set<number> {
  const isFilled = (value: Uint8Array) => value.some((byte) => byte !== 0x00 && byte !== 0x20)
  return new Set([...values].filter(([, value]) => isFilled(value)).map(([tag]) => tag))
}
