import { openTiff, readDirectory } from "./ifd"

const MAKE = 0x010f
const SUB_DIRECTORIES = 0x014a
const DNG_VERSION = 0xc612

/**
 * Whether a TIFF is a camera's RAW file: DNG says so in a tag, Canon's CR2 in its header, and the others (NEF, ARW,
 * PEF, …) name their maker and keep the sensor's data in a sub-directory.
 */
export function isRawTiff(head: Uint8Array): boolean {
  if (head[8] === 0x43 && head[9] === 0x52) return true
  const tiff = openTiff(head)
  if (tiff === undefined) return false
  const tags = readDirectory(tiff, tiff.first).values
  return tags.has(DNG_VERSION) || (tags.has(MAKE) && tags.has(SUB_DIRECTORIES))
}
