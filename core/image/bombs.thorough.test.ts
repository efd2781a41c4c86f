import { readFileSync } from "node:fs"
import { deflateSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import {
  avifClaiming,
  chunk,
  iccChunk,
  pngClaiming,
  segment,
  textChunk,
  withChunks,
  withSegments,
} from "./fixtures/containers"
import { type Ended, processedElsewhere } from "./fixtures/elsewhere"
import { codedPicture, grid, heif, size } from "./fixtures/heif"
import { plain, RED } from "./fixtures/pictures"
import { matrixProfile, SPACES } from "./fixtures/profiles"

const { colorants, curve } = SPACES.adobe
const adobe = matrixProfile(colorants, curve)
const [jpeg, png, webp, gif, avif] = (await Promise.all(
  (["jpeg", "png", "webp", "gif", "avif"] as const).map((format) => plain(RED).toFormat(format).toBuffer()),
)) as [Buffer, Buffer, Buffer, Buffer, Buffer]
const heic = readFileSync(new URL("./fixtures/heic/plain.heic", import.meta.url))
const coded = codedPicture(heic)

const changed = (file: Buffer, change: (copy: Buffer) => void) => {
  const copy = Buffer.from(file)
  change(copy)
  return copy
}

const jpegClaiming = (side: number) =>
  changed(jpeg, (copy) => {
    const frame = copy.indexOf(Buffer.from([0xff, 0xc0]))
    copy.writeUInt16BE(side, frame + 5)
    copy.writeUInt16BE(side, frame + 7)
  })
/** Both the screen and the only frame. */
const gifClaiming = (side: number) =>
  changed(gif, (copy) => {
    const frame = copy.indexOf(Buffer.from([0x2c, 0, 0, 0, 0]))
    for (const at of [6, 8, frame + 5, frame + 7]) copy.writeUInt16LE(side, at)
  })
const webpClaiming = (side: number) =>
  changed(webp, (copy) => {
    for (const at of [26, 28]) copy.writeUInt16LE(side, at)
  })

/** Two hundred megabytes of nothing, in two hundred kilobytes. */
const nothing = deflateSync(Buffer.alloc(200e6))
const text = (latin1: string) => Buffer.from(latin1, "latin1")

function manyTags(count: number): Buffer {
  const icc = Buffer.alloc(132 + 12 * count)
  adobe.copy(icc, 0, 0, 128)
  icc.writeUInt32BE(icc.length)
  icc.writeUInt32BE(count, 128)
  for (let at = 132; at < icc.length; at += 12) adobe.copy(icc, at, 132, 144)
  return icc
}

const inSegments = (marker: number, head: string, size: number, count: number) =>
  Array.from({ length: count }, () => segment(marker, head, Buffer.alloc(size, 0x11)))

/** A profile cut into the segments of a JPEG, each with its number. */
function iccSegments(icc: Buffer): Buffer[] {
  const count = Math.ceil(icc.length / 60_000)
  return Array.from({ length: count }, (_, i) =>
    segment(0xe2, "ICC_PROFILE\0", [i + 1, count], icc.subarray(60_000 * i, 60_000 * (i + 1))),
  )
}

/** Each in a process that has done the same work before: its first photo loads the library. */
async function ended(bombs: Record<string, Buffer>): Promise<[string, Ended][]> {
  const [, ...all] = await processedElsewhere([jpeg, ...Object.values(bombs)])
  return Object.keys(bombs).map((name, i) => [name, all[i] as Ended])
}

describe("a bomb", () => {
  it("of pixels is refused at its header (check 21)", async () => {
    const tiles = Array.from({ length: 100 }, () => coded)
    const all = await ended({
      "PNG of 30000²": Buffer.concat([pngClaiming(30_000, 30_000), Buffer.alloc(109_000)]),
      "PNG of 100000²": pngClaiming(100_000, 100_000),
      "PNG in one line": pngClaiming(65_536, 1),
      "JPEG of 65500²": jpegClaiming(65_500),
      "GIF of 65535²": gifClaiming(65_535),
      "WebP of 16383²": webpClaiming(16_383),
      "AVIF of 9990²": avifClaiming(avif, 9990, 9990),
      "AVIF of 60000²": avifClaiming(avif, 60_000, 60_000),
      "HEIC of 100000²": heif([
        { ...coded, properties: [...(coded.properties ?? []).slice(0, 1), size(1e5, 1e5)] },
      ]),
      "HEIC in tiles": heif(
        [
          ...tiles,
          grid(
            10,
            10,
            20_000,
            20_000,
            tiles.map((_, i) => i + 1),
          ),
        ],
        { primary: 101 },
      ),
    })
    for (const [name, { outcome, milliseconds, growth }] of all) {
      expect([name, outcome]).toEqual([name, "too_many_pixels"])
      // Of check 21's 50 milliseconds they take one or two; the rest is for a machine that does other work as well.
      expect(milliseconds).toBeLessThan(500)
      expect(growth).toBeLessThan(50e6)
    }
  })

  it("beside the pixels does not go off", async () => {
    const all = await ended({
      "a compressed text": withChunks(png, chunk("zTXt", Buffer.concat([text("Comment\0\0"), nothing]))),
      "compressed XMP": withChunks(
        png,
        chunk("iTXt", Buffer.concat([text("XML:com.adobe.xmp\0\x01\0\0\0"), nothing])),
      ),
      "a compressed profile": withChunks(png, chunk("iCCP", Buffer.concat([text("x\0\0"), nothing]))),
      "a profile and more": withChunks(png, iccChunk(Buffer.concat([adobe, Buffer.alloc(50e6)]))),
      "a profile of 50,000 tags": withChunks(png, iccChunk(manyTags(50_000))),
      "a profile of 5,000 tags": withSegments(jpeg, ...iccSegments(manyTags(5000))),
      "a profile of 12 MB": withSegments(jpeg, ...iccSegments(Buffer.alloc(12e6, 7))),
      "20,000 texts": withChunks(png, ...Array.from({ length: 20_000 }, (_, i) => textChunk(`k${i}`, "v"))),
      "more pixels than it says": Buffer.concat([
        png.subarray(0, png.indexOf("IDAT") - 4),
        chunk("IDAT", nothing),
        chunk("IEND", Buffer.alloc(0)),
      ]),
      "400 blocks of EXIF": withSegments(jpeg, ...inSegments(0xe1, "Exif\0\0", 65_000, 400)),
      "200 blocks of extended XMP": withSegments(
        jpeg,
        ...inSegments(0xe1, `http://ns.adobe.com/xmp/extension/\0${"0".repeat(32)}`, 60_000, 200),
      ),
      "300 comments": withSegments(jpeg, ...inSegments(0xfe, "", 65_000, 300)),
    })
    for (const [name, { outcome, milliseconds, growth }] of all) {
      expect([name, outcome]).toEqual([name, "taken"])
      expect(milliseconds).toBeLessThan(5000)
      expect(growth).toBeLessThan(150e6)
    }
  })
})
