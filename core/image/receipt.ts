import type { Metadata } from "sharp"
import { type ExifPresence, exifPresence } from "./exif-presence"
import { iptcDatasets } from "./iptc"
import type { Receipt } from "./receipt.schema"
import { SOURCES, type Source } from "./receipt-sources"

/** The most of an XMP packet that is searched: packets grow to megabytes where an editor kept its history. */
const XMP_LIMIT = 1 << 20

/**
 * Lists what a file discloses, from its header as sharp read it and its EXIF block (starting at its TIFF header).
 * It looks for what is there, not for what is valid: one damaged entry hides no other. Never throws.
 */
export function readReceipt(header: Metadata, exifBlock: Uint8Array): Receipt {
  const exif = exifPresence(exifBlock)
  const xmp = header.xmp?.subarray(0, XMP_LIMIT).toString("latin1") ?? ""
  const iptc = iptcDatasets(header.iptc ?? Buffer.alloc(0))
  const comments = (header.comments ?? []).map(({ keyword }) => keyword)
  const any = (source: Source) =>
    inExif(exif, source) ||
    source.xmp?.test(xmp) === true ||
    source.iptc?.some((dataset) => iptc.has(dataset)) === true ||
    comments.some((keyword) => source.text?.test(keyword) === true)
  return {
    location: any(SOURCES.location),
    time: any(SOURCES.time),
    deviceSerial: any(SOURCES.deviceSerial),
    software: any(SOURCES.software),
    names: any(SOURCES.names),
    description: any(SOURCES.description),
    thumbnail: exif.thumbnail || any(SOURCES.thumbnail),
    makerNote: any(SOURCES.makerNote),
    video: any(SOURCES.video),
    bytes: metadataSize(header),
  }
}

const inExif = ({ tags, gps }: ExifPresence, source: Source) =>
  source.exif?.some((tag) => tags.has(tag)) === true || source.gps?.some((tag) => gps.has(tag)) === true

function metadataSize({ exif, xmp, iptc, comments = [] }: Metadata): number {
  const blocks = [exif, xmp, iptc, ...comments.flatMap(({ keyword, text }) => [keyword, text])]
  return blocks.reduce((sum, block) => sum + (block === undefined ? 0 : Buffer.byteLength(block)), 0)
}
