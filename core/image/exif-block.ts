import type { Metadata } from "sharp"

const PREFIX = "Exif\0\0"

/** The EXIF block of a header from its TIFF header on; empty where there is none. JPEG puts a word before it. */
export function exifBlock({ exif = Buffer.alloc(0) }: Metadata): Buffer {
  return exif.toString("latin1", 0, PREFIX.length) === PREFIX ? exif.subarray(PREFIX.length) : exif
}
