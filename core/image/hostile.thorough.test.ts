import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { isAnimated } from "./animated"
import { asRejection } from "./decode"
import {
  avifClaiming,
  chunk,
  commentSegment,
  exifSegment,
  jpegOfScans,
  withChunks,
  withSegments,
} from "./fixtures/containers"
import { exifBlock } from "./fixtures/exif"
import { GREEN, paint, plain, RED, textured } from "./fixtures/pictures"
import { ImageRejected, process } from "./image"
import { sharp } from "./library"

const jpeg = await textured(330, 220).jpeg().toBuffer()
const png = await plain(RED).png().toBuffer()
const avif = await plain(RED).avif().toBuffer()
const gif = await plain(RED).gif().toBuffer()

async function rejection(bytes: Buffer): Promise<ImageRejected> {
  const error: unknown = await process(bytes).catch((thrown: unknown) => thrown)
  if (error instanceof ImageRejected) return error
  throw new Error("it was taken", { cause: error })
}

describe("a file that is no photo", () => {
  it("may be empty", async () => {
    expect(await rejection(Buffer.alloc(0))).toMatchObject({ reason: "empty", name: "ImageRejected" })
  })

  it.each([
    ["svg", '<svg xmlns="http://www.w3.org/2000/svg" width="50000" height="50000"/>'],
    ["pdf", "%PDF-1.7\n1 0 obj"],
    ["tiff", "II*\0\x08\0\0\0\0\0"],
    ["video", "\0\0\0\x14ftypisom\0\0\0\0isom"],
    ["unknown", "<html><body>photo.jpg</body></html>"],
    ["unknown", "\0".repeat(1000)],
    ["unknown", "\xff"],
  ])("is refused by its bytes as %s", async (kind, latin1) => {
    expect(await rejection(Buffer.from(latin1, "latin1"))).toMatchObject({ reason: "unsupported", kind })
  })

  it.each([
    ["behind a prolog", '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n'],
    ["behind a mark of its order", "\ufeff"],
    ["behind blanks and a remark", "\n\t <!-- by hand -->\n"],
    ["behind a long remark", `<!--${"x".repeat(10_000)}-->`],
    ["with entities that multiply", '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'],
  ])("is refused as an SVG with a script %s, in any encoding", async (_, before) => {
    const svg = `${before}<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>`
    const utf16 = Buffer.from(`\ufeff${svg}`, "utf16le")
    const encoded = [
      Buffer.from(svg),
      utf16,
      Buffer.from(utf16).swap16(),
      gzipSync(svg),
      Buffer.from(svg.trim()),
    ]
    for (const bytes of encoded) expect(await rejection(bytes)).toMatchObject({ reason: "unsupported" })
  })

  it("is refused by the library too, should it get that far", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    await expect(sharp(svg).metadata()).rejects.toThrow("unsupported")
    await expect(sharp(await plain(RED).tiff().toBuffer()).metadata()).rejects.toThrow("unsupported")
  })
})

describe("a broken file", () => {
  it("that ends early is corrupt, wherever it ends", async () => {
    for (const part of [0.001, 0.01, 0.3, 0.9]) {
      const cut = jpeg.subarray(0, Math.max(4, Math.floor(part * jpeg.length)))
      expect(await rejection(cut)).toMatchObject({ reason: "corrupt" })
    }
  })

  it.each(["png", "webp", "gif", "avif"] as const)("that is half a %s is corrupt", async (format) => {
    const whole = await textured(150, 100).toFormat(format).toBuffer()
    expect(await rejection(whole.subarray(0, whole.length >> 1))).toMatchObject({ reason: "corrupt" })
  })

  it("overwritten in the middle is refused by name or taken, but nothing else", async () => {
    for (const format of ["jpeg", "png", "webp", "gif", "avif"] as const) {
      const broken = await textured(150, 100).toFormat(format).toBuffer()
      broken.fill(0xab, broken.length >> 1, (broken.length >> 1) + 200)
      const outcome = await process(broken).then(
        (photo) => photo.width,
        (error: unknown) => error instanceof ImageRejected && error.reason,
      )
      expect([150, "corrupt"]).toContain(outcome)
    }
  })

  it("of noise under each signature is corrupt", async () => {
    for (const head of [
      jpeg.subarray(0, 4),
      png.subarray(0, 16),
      avif.subarray(0, 32),
      Buffer.from("GIF89a"),
    ]) {
      const noise = Buffer.alloc(5000, Buffer.from("c0ffee5eed", "hex"))
      expect(await rejection(Buffer.concat([head, noise]))).toMatchObject({ reason: "corrupt" })
    }
  })
})

describe("a bomb", () => {
  it("of a JPEG's passes is refused before the first", async () => {
    expect((await process(jpegOfScans(100))).width).toBe(8)
    expect(await rejection(jpegOfScans(101))).toMatchObject({ reason: "corrupt" })
    expect(await rejection(jpegOfScans(883))).toMatchObject({ reason: "corrupt" })
  })

  it("of time is told from a broken file", async () => {
    const large = sharp({ create: { width: 6000, height: 6000, channels: 3, background: "#fff" } })
    const slow = large.median(25).timeout({ seconds: 1 })
    const error: unknown = await slow.jpeg().toBuffer().catch(asRejection)
    expect(error).toMatchObject({ reason: "timeout" })
  })

  it("that hides its size from the header is not decoded either", async () => {
    const large = await plain(RED, 2000, 2000).avif({ effort: 0 }).toBuffer()
    expect(await rejection(avifClaiming(large, 64, 48))).toMatchObject({ reason: "corrupt" })
  })
})

describe("a file with two faces", () => {
  /** The end of an archive, which is where unpacking begins. */
  const archive = Buffer.from(`zQ7 PK\x03\x04 PK\x05\x06${"\0".repeat(18)}`, "latin1")
  const payload = Buffer.from("PK\x03\x04<html><script>alert('zQ7')</script>%PDF-1.7", "latin1")

  it.each([
    ["after a JPEG", Buffer.concat([jpeg, payload])],
    ["after a PNG", Buffer.concat([png, payload])],
    ["inside a JPEG", withSegments(jpeg, exifSegment(exifBlock({ image: { 270: payload } })))],
    ["inside a PNG", withChunks(png, chunk("zTXt", payload))],
    ["in a JPEG's comment", withSegments(jpeg, commentSegment(payload.toString("latin1")))],
    [
      "in front of a GIF's size and behind it",
      Buffer.concat([gif.subarray(0, 6), Buffer.from("/*"), gif.subarray(8), Buffer.from("*/=1;"), payload]),
    ],
    ["in a JPEG that is an archive as well", Buffer.concat([jpeg, archive])],
  ])("loses the payload %s", async (_, file) => {
    const { variants } = await process(file)
    expect(variants.length).toBeGreaterThan(1)
    for (const { bytes } of variants) {
      for (const needle of ["zQ7", "<script", "PK\x03\x04", "%PDF"])
        expect(bytes.includes(needle)).toBe(false)
    }
  })

  it("starting as a web page is no photo", async () => {
    expect(await rejection(Buffer.concat([payload, jpeg]))).toMatchObject({ reason: "unsupported" })
  })
})

describe("a moving picture", () => {
  const frames = [RED, GREEN].map((colour) => plain(colour).png().toBuffer())

  it.each(["gif", "webp"] as const)("as %s gives its first frame", async (format) => {
    const joined = sharp(await Promise.all(frames), { join: { animated: true } })
    const photo = await process(await joined.toFormat(format, { quality: 95 }).toBuffer())
    expect(photo).toMatchObject({ animated: true, width: 64, height: 48 })
    expect(photo.color).toMatch(/^#c[0-9a-f]2[0-9a-f][12][0-9a-f]$/)
  })

  it("as PNG is known as one", async () => {
    const animation = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0])
    expect(await process(withChunks(png, chunk("acTL", animation)))).toMatchObject({ animated: true })
  })

  it.each([
    ["avif", "avis"],
    ["avif", "avifmif1avis"],
    ["heic", "msf1"],
    ["heic", "heicmif1hevc"],
  ] as const)("as %s says so among its brands: %s", async (kind, brands) => {
    const [major, minor] = [brands.slice(0, 4), "\0\0\0\0"]
    const file = Buffer.from(`\0\0\0\0ftyp${major}${minor}${brands.slice(4)}moov`, "latin1")
    file.writeUInt32BE(file.length - 4)
    expect(isAnimated(file, kind, await sharp(avif).metadata())).toBe(true)
  })

  it("is not what a still is", async () => {
    for (const format of ["jpeg", "png", "webp", "gif", "avif"] as const) {
      const still = await plain(RED).toFormat(format).toBuffer()
      expect(await process(still)).toMatchObject({ animated: false })
    }
  })
})

describe("strange metadata", () => {
  it("never fails the photo", async () => {
    const loop = exifBlock({ image: { 34665: 8, 34853: 8, 271: "Canon" } })
    const next = exifBlock({ image: { 271: "Canon" } })
    next.writeUInt32LE(8, 8 + 2 + 12)
    const ring = exifBlock({ image: { 330: 8, 34665: 8 }, exposure: { 40965: 8, 34853: 8 } })
    const giant = exifBlock({ image: { 271: "Canon camera" } })
    giant.writeUInt32LE(0xffffffff, 8 + 2 + 4)
    const flat = await plain(RED).jpeg().toBuffer()
    for (const block of [
      loop,
      next,
      ring,
      giant,
      Buffer.alloc(60_000, 0xff),
      Buffer.from("II"),
      Buffer.alloc(0),
    ]) {
      expect((await process(withSegments(flat, exifSegment(block)))).width).toBe(64)
    }
  })
})

it("takes a photo that is nearly all one colour", async () => {
  const photo = await process(
    await paint(300, 200, (x) => (x < 299 ? RED : GREEN))
      .jpeg()
      .toBuffer(),
  )
  expect(photo.thumbhash).toMatch(/^[A-Za-z0-9+/]+=*$/)
})
