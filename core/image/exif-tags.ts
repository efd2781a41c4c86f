import exifr from "exifr"

/**
 * The values of these tags in an EXIF block (starting at its TIFF header). With a list of tags the reader takes each
 * once and skips the rest, however many a hostile file repeats. Never throws: no photo fails over its metadata.
 */
export async function readTags(exif: Uint8Array, pick: readonly string[]): Promise<Record<string, unknown>> {
  try {
    return (await exifr.parse(exif, { pick: [...pick], translateValues: false, reviveValues: false })) ?? {}
  } catch {
    return {}
  }
}
