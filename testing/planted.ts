import sharp from "sharp"
import {
  chunk,
  commentSegment,
  exifSegment,
  iptcSegment,
  textChunk,
  withChunks,
  withSegments,
  xmpSegment,
} from "../core/image/fixtures/containers"
import { exifBlock } from "../core/image/fixtures/exif"

/** Begins every secret word that is planted, so that one search finds any of them. */
export const mark = "zQ7xKw2"

/** Where the planted photos were taken, and the same rounded to a region and to a town. */
export const planted = {
  location: { latitude: 54.601234567, longitude: -3.134567891 },
  region: { latitude: 54.6, longitude: -3.1, kilometres: 10 },
  camera: {
    make: "PlantedMake",
    model: "P-1",
    lens: "Planted Lens",
    focalLength: 23,
    aperture: 8,
    exposureTime: 0.008,
    iso: 200,
    takenAt: "2026-05-06T07:08:09",
  },
} as const

/** Degrees, minutes and seconds as fractions: 54° 36' 4.4444412" and 3° 8' 4.4444076". */
const north = [
  [54, 1],
  [36, 1],
  [44_444_412, 10_000_000],
] as const
const west = [
  [3, 1],
  [8, 1],
  [44_444_076, 10_000_000],
] as const

const exif = exifBlock({
  image: {
    270: `${mark}description`,
    271: planted.camera.make,
    272: planted.camera.model,
    305: `${mark}software`,
    315: `${mark}artist`,
    33432: `${mark}copyright`,
    40093: Buffer.from(`${mark}author\0`, "utf16le"),
  },
  exposure: {
    33434: [[1, 125]],
    33437: [[8, 1]],
    34855: 200,
    36867: "2026:05:06 07:08:09",
    36881: "+09:00",
    37386: [[23, 1]],
    37500: Buffer.from(`${mark}makernote`),
    37510: Buffer.from(`ASCII\0\0\0${mark}comment`),
    42032: `${mark}owner`,
    42033: `${mark}serial`,
    42036: planted.camera.lens,
    42037: `${mark}lensserial`,
  },
  gps: { 1: "N", 2: north, 3: "W", 4: west, 27: Buffer.from(`${mark}method`), 29: "2026:05:06" },
  thumbnail: Buffer.from(`${mark}thumbnail`),
})

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description photoshop:City="${mark}city" xmp:CreatorTool="${mark}tool" aux:SerialNumber="${mark}xmpserial"
 exif:GPSLatitude="54,36.0740740N" exif:GPSLongitude="3,8.0740735W"><dc:creator>${mark}creator</dc:creator>
 <dc:description>54.601234567, -3.134567891</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`

const iptc = { 80: `${mark}byline`, 90: `${mark}iptccity`, 105: `${mark}headline`, 120: `${mark}caption` }
const trailing = Buffer.from(`${mark}trailing`)

/** A picture that no other call makes. */
const picture = (seed: number) =>
  sharp({
    create: { width: 700, height: 500, channels: 3, background: { r: seed & 255, g: seed >> 8, b: 99 } },
  })

let seed = Date.now() & 0xfff

/**
 * Files with a secret in every place that a format has for one, and the words, fractions and numbers that may be in
 * nothing that the public gets.
 */
export const plantedFiles = {
  async jpeg(): Promise<Buffer> {
    const plain = await picture(seed++).jpeg().toBuffer()
    // Neighbouring colours can come out as the same JPEG.
    const comment = commentSegment(`${mark}com${seed}`)
    const segments = [exifSegment(exif), xmpSegment(xmp), iptcSegment(iptc), comment]
    return Buffer.concat([withSegments(plain, ...segments), trailing])
  },
  async png(): Promise<Buffer> {
    const plain = await picture(seed++).png().toBuffer()
    const packet = Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`, "latin1")
    const texts = [textChunk("Author", `${mark}pngauthor`), textChunk("Comment", `${mark}pngcomment`)]
    const chunks = [chunk("eXIf", exif), chunk("iTXt", packet), ...texts]
    return Buffer.concat([withChunks(plain, ...chunks), trailing])
  },
  async webp(): Promise<Buffer> {
    const plain = picture(seed++).withXmp(xmp)
    const tagged = plain.withExif({
      IFD0: { Make: planted.camera.make, Artist: `${mark}artist`, Software: `${mark}software` },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "54/1 36/1 44444412/10000000",
        GPSLongitudeRef: "W",
        GPSLongitude: "3/1 8/1 44444076/10000000",
      },
    })
    return Buffer.concat([await tagged.webp().toBuffer(), trailing])
  },
} as const

const fractions = [north[2], west[2]].flatMap((pair) => {
  const little = Buffer.from(new Uint32Array(pair).buffer)
  return [little, Buffer.from(little).swap32()]
})
const numbers = Object.values(planted.location).flatMap((value) => {
  const little = Buffer.alloc(8)
  little.writeDoubleLE(value)
  return [little, Buffer.from(little).reverse()]
})
const words = [mark, "54.60", "3.13", "54,36", "3,8.07", "54/1 36/1", "44444412", "44444076", "54°"]

/** Every way that a secret could be written. */
export const secrets: readonly Buffer[] = [
  ...words.map((word) => Buffer.from(word, "utf8")),
  Buffer.from(mark, "utf16le"),
  ...fractions,
  ...numbers,
]

/** What is no secret once its author shows it: camera, time, and the rounded place. */
export const disclosable: readonly Buffer[] = [
  ...["Planted", "P-1", "2026-05-06", "2026:05:06", "07:08:09", "54.6", "-3.1"].map((word) =>
    Buffer.from(word),
  ),
]

/** The words of a list that are somewhere in some bytes, readable. */
export const foundIn = (bytes: Buffer, list: readonly Buffer[]) =>
  list.filter((word) => bytes.includes(word)).map((word) => word.toString("latin1"))
