import { describe, expect, it } from "vitest"
import {
  chunk,
  commentSegment,
  exifSegment,
  iccSegment,
  iptcSegment,
  textChunk,
  withChunks,
  withSegments,
  xmpSegment,
} from "./fixtures/containers"
import { exifBlock } from "./fixtures/exif"
import { textured } from "./fixtures/pictures"
import { matrixProfile, SPACES } from "./fixtures/profiles"
import { process } from "./image"
import type { Receipt } from "./receipt.schema"

/** Stands in every text, so that one search finds any of them. */
const MARK = "zQ7-secret"
const LATITUDE = [
  [35, 1],
  [40, 1],
  [123_456_789, 1_000_000],
] as const

const EXIF = exifBlock({
  image: { 271: "Canon", 270: `${MARK} caption`, 305: `${MARK} editor`, 315: `${MARK} artist` },
  exposure: {
    36867: "2026:05:06 07:08:09",
    37500: Buffer.from(`${MARK} maker note`),
    37510: Buffer.from(`ASCII\0\0\0${MARK} comment`),
    42032: `${MARK} owner`,
    42033: `${MARK} serial`,
    42037: `${MARK} lens serial`,
  },
  gps: { 1: "N", 2: LATITUDE, 3: "E", 4: LATITUDE, 27: Buffer.from(`${MARK} method`) },
  thumbnail: Buffer.from(`${MARK} thumbnail`),
})

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description photoshop:City="${MARK}" xmp:CreatorTool="${MARK}" aux:SerialNumber="${MARK}"
 GCamera:MotionPhoto="1"><dc:creator>${MARK}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`

const NOTHING: Receipt = {
  location: false,
  time: false,
  deviceSerial: false,
  software: false,
  names: false,
  description: false,
  thumbnail: false,
  makerNote: false,
  video: false,
  bytes: 0,
}
const BY_EXIF = {
  location: true,
  time: true,
  deviceSerial: true,
  software: true,
  names: true,
  description: true,
  thumbnail: true,
  makerNote: true,
}
const BY_XMP = { location: true, software: true, deviceSerial: true, names: true, video: true }

/** Words that only metadata brings into a file, and the coordinates as the file has them. */
const NEEDLES = [MARK, "Exif", "adobe", "xmp", "Photoshop", "8BIM", "Canon", "2026:05:06"].map((word) =>
  Buffer.from(word, "latin1"),
)
const COORDINATE = Buffer.from(new Uint32Array(LATITUDE.flat()).buffer)

async function expectClean(file: Buffer) {
  expect(file.includes(MARK)).toBe(true)
  const photo = await process(file)
  for (const { bytes } of photo.variants) {
    for (const needle of [...NEEDLES, COORDINATE]) expect(bytes.includes(needle)).toBe(false)
  }
  return photo
}

const picture = textured(240, 180)
const jpeg = await picture.clone().jpeg().toBuffer()
const png = await picture.clone().png().toBuffer()

describe("metadata", () => {
  it("of a JPEG is listed, and in no variant", async () => {
    const iptc = iptcSegment({ 80: `${MARK} by-line`, 90: `${MARK} city` })
    const profile = matrixProfile(SPACES.p3.colorants, SPACES.p3.curve, `${MARK} of my screen`)
    const file = withSegments(
      jpeg,
      exifSegment(EXIF),
      xmpSegment(XMP),
      iptc,
      iccSegment(profile),
      commentSegment(`${MARK} comment`),
    )
    expect(file.includes(COORDINATE)).toBe(true)
    const photo = await expectClean(file)
    expect(photo.receipt).toMatchObject({ ...BY_EXIF, video: true })
    expect(photo.receipt.bytes).toBeGreaterThan(EXIF.length + XMP.length)
    expect(photo.camera).toEqual({ make: "Canon", takenAt: "2026-05-06T07:08:09" })
  })

  it.each([
    ["EXIF", [exifSegment(EXIF)], BY_EXIF],
    ["XMP", [xmpSegment(XMP)], BY_XMP],
    ["an IPTC by-line", [iptcSegment({ 80: MARK })], { names: true }],
    ["an IPTC place and date", [iptcSegment({ 90: MARK, 55: "20260506" })], { location: true, time: true }],
    ["nothing", [], {}],
  ] as const)("is told apart by its source: %s", async (_, segments, expected) => {
    const { receipt } = await process(withSegments(jpeg, ...segments))
    expect({ ...receipt, bytes: 0 }).toEqual({ ...NOTHING, ...expected })
    expect(receipt.bytes > 0).toBe(segments.length > 0)
  })

  it("of a PNG is listed, and in no variant", async () => {
    const file = withChunks(png, textChunk("Author", MARK), textChunk("Comment", MARK), chunk("eXIf", EXIF))
    expect((await expectClean(file)).receipt).toMatchObject(BY_EXIF)
    const { receipt } = await process(withChunks(png, textChunk("Author", MARK)))
    expect({ ...receipt, bytes: 0 }).toEqual({ ...NOTHING, names: true })
  })

  it.each(["webp", "avif"] as const)("of a %s is listed, and in no variant", async (format) => {
    const place = { GPSLatitudeRef: "N", GPSLatitude: "35/1 40/1 123456789/1000000" }
    const tagged = picture
      .clone()
      .withExif({ IFD0: { Artist: MARK, Make: "Canon" }, IFD3: place })
      .withXmp(XMP)
    const file = await tagged.toFormat(format, { effort: 0 }).toBuffer()
    const photo = await expectClean(file)
    expect(photo.receipt).toMatchObject({ location: true, names: true, software: true })
    expect(photo.camera).toEqual({ make: "Canon" })
  })

  it("discloses nothing by fields left blank", async () => {
    const blank = exifBlock({ image: { 315: "   ", 33432: "" }, exposure: { 37510: Buffer.alloc(64) } })
    const { receipt } = await process(withSegments(jpeg, exifSegment(blank)))
    expect({ ...receipt, bytes: 0 }).toEqual(NOTHING)
  })

  it("is still listed next to a damaged entry", async () => {
    const damaged = Buffer.from(EXIF)
    damaged.writeUInt16LE(0x7777, 8 + 2 + 2)
    const photo = await expectClean(withSegments(jpeg, exifSegment(damaged)))
    expect(photo.receipt).toMatchObject({ location: true, deviceSerial: true, names: true })
  })
})
