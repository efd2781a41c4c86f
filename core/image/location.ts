import { readTags } from "./exif-tags"
import { Location } from "./location.schema"

const TAGS = ["GPSLatitudeRef", "GPSLatitude", "GPSLongitudeRef", "GPSLongitude"]

/** The most of an XMP packet that is searched. */
const XMP_LIMIT = 1 << 20

/**
 * Where a photo was taken, from its EXIF block (starting at its TIFF header), or else from its XMP packet. Undefined
 * unless both coordinates are there, whole and on this earth, each with its hemisphere: half a place is a wrong one.
 * Never throws: no photo fails over its metadata.
 */
export async function readLocation(exif: Uint8Array, xmp?: Buffer): Promise<Location | undefined> {
  const tags = await readTags(exif, TAGS)
  return (
    place(
      degrees(tags.GPSLatitude, tags.GPSLatitudeRef, "N", "S"),
      degrees(tags.GPSLongitude, tags.GPSLongitudeRef, "E", "W"),
    ) ?? fromXmp(xmp?.subarray(0, XMP_LIMIT).toString("latin1") ?? "")
  )
}

function place(latitude: number | undefined, longitude: number | undefined): Location | undefined {
  return Location.safeParse({ latitude, longitude }).data
}

/** From degrees, minutes and seconds. A fraction over zero comes out as no number, and the schema takes none. */
function degrees(value: unknown, hemisphere: unknown, plus: string, minus: string): number | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined
  const [whole, minutes, seconds] = value.map(Number)
  return signed([whole, minutes, seconds], hemisphere, plus, minus)
}

/** XMP writes 35,40.2057N or 35,40,12N. */
function fromXmp(xmp: string): Location | undefined {
  const read = (name: string, plus: string, minus: string) => {
    const pattern = `exif:GPS${name}(?:="|>)(\\d{1,3}),(\\d{1,2}(?:\\.\\d{1,20})?)(?:,(\\d{1,2}))?([NSEW])["<]`
    const [, whole, minutes, seconds = 0, hemisphere] = new RegExp(pattern).exec(xmp) ?? []
    return signed([Number(whole), Number(minutes), Number(seconds)], hemisphere, plus, minus)
  }
  return place(read("Latitude", "N", "S"), read("Longitude", "E", "W"))
}

function signed(
  [whole = NaN, minutes = NaN, seconds = NaN]: readonly (number | undefined)[],
  hemisphere: unknown,
  plus: string,
  minus: string,
): number | undefined {
  if (hemisphere !== plus && hemisphere !== minus) return undefined
  if ([whole, minutes, seconds].some((part) => part < 0) || minutes > 60 || seconds > 60) return undefined
  const value = whole + minutes / 60 + seconds / 3600
  // Seven digits are a centimetre.
  return Number((hemisphere === plus ? value : -value).toFixed(7))
}
