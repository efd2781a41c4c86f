import type { Sharp } from "sharp"
import { describe, expect, it } from "vitest"
import { iccChunk, iccSegment, withChunks, withSegments } from "./fixtures/containers"
import { type Colour, difference, plain, quarterAt, quarters, storedPixels } from "./fixtures/pictures"
import { inkProfile, matrixProfile, SPACES } from "./fixtures/profiles"
import { profileClass } from "./icc"
import { process } from "./image"
import { sharp } from "./library"

/** What check 22 allows between the original and a variant. */
const TOLERANCE = 3

const MUTED: Colour = [180, 90, 60]

type Matrix = readonly [Colour, Colour, Colour]

/** Between linear values; from the colorants of the standards, not from a library. */
const ADOBE_TO_SRGB: Matrix = [
  [1.39836, -0.39836, 0],
  [0, 1, 0],
  [0, -0.04293, 1.04293],
]
const P3_TO_SRGB: Matrix = [
  [1.22494, -0.22494, 0],
  [-0.04206, 1.04206, 0],
  [-0.01964, -0.07864, 1.09827],
]

function toSrgb(colour: Colour, matrix: Matrix, decode: (value: number) => number): Colour {
  const linear = colour.map((value) => decode(value / 255))
  const encode = (row: Colour) => {
    const sum = row.reduce((total, factor, i) => total + factor * (linear[i] ?? 0), 0)
    const value = sum <= 0.0031308 ? 12.92 * sum : 1.055 * sum ** (1 / 2.4) - 0.055
    return Math.min(255, Math.max(0, 255 * value))
  }
  return [encode(matrix[0]), encode(matrix[1]), encode(matrix[2])]
}

const srgbDecode = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const adobeDecode = (v: number) => v ** (563 / 256)

/** CIE Lab of an sRGB colour, under D50 as in a profile. */
function labOf(colour: Colour): Colour {
  const linear = colour.map((value) => srgbDecode(value / 255))
  const axis = (i: 0 | 1 | 2) =>
    SPACES.srgb.colorants.reduce((sum, colorant, j) => sum + colorant[i] * (linear[j] ?? 0), 0)
  const [x, y, z] = [Math.cbrt(axis(0) / 0.9642), Math.cbrt(axis(1)), Math.cbrt(axis(2) / 0.8249)]
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const hexColour = (hex: string): Colour => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  return [part(1), part(3), part(5)]
}

async function expectColour(file: Buffer, colour: Colour) {
  const photo = await process(file)
  expect(difference(hexColour(photo.color), colour)).toBeLessThanOrEqual(TOLERANCE)
  for (const { bytes } of photo.variants) {
    const pixels = await storedPixels(bytes)
    expect(difference(pixels.at(0.5, 0.5), colour)).toBeLessThanOrEqual(TOLERANCE)
    expect((await sharp(bytes).metadata()).icc).toBeUndefined()
  }
}

const png = (picture: Sharp) => picture.png().toBuffer()
const profileOf = (space: keyof typeof SPACES) => matrixProfile(SPACES[space].colorants, SPACES[space].curve)

describe("colours", () => {
  it("of sRGB stay, with or without the profile", async () => {
    await expectColour(await png(plain(MUTED)), MUTED)
    await expectColour(withChunks(await png(plain(MUTED)), iccChunk(profileOf("srgb"))), MUTED)
  })

  it("of Adobe RGB become sRGB's", async () => {
    const expected = toSrgb(MUTED, ADOBE_TO_SRGB, adobeDecode)
    expect(difference(expected, MUTED)).toBeGreaterThan(10)
    const jpeg = await plain(MUTED).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer()
    await expectColour(withSegments(jpeg, iccSegment(profileOf("adobe"))), expected)
    await expectColour(withChunks(await png(plain(MUTED)), iccChunk(profileOf("adobe"))), expected)
  })

  it("of Adobe RGB at 16 bits become sRGB's too", async () => {
    const deep = await png(plain(MUTED).toColourspace("rgb16"))
    expect((await sharp(deep).metadata()).depth).toBe("ushort")
    const expected = toSrgb(MUTED, ADOBE_TO_SRGB, adobeDecode)
    await expectColour(withChunks(deep, iccChunk(profileOf("adobe"))), expected)
  })

  it("at 16 bits without a profile stay", async () => {
    await expectColour(await png(plain(MUTED).toColourspace("rgb16")), MUTED)
    await expectColour(await png(plain([90, 90, 90]).toColourspace("grey16")), [90, 90, 90])
  })

  it("of CMYK become sRGB's by the profile in the file", async () => {
    const red = plain([255, 0, 0]).toColourspace("cmyk")
    const file = await red.jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer()
    const brown = withSegments(file, iccSegment(inkProfile(labOf(MUTED))))
    expect(await sharp(brown).metadata()).toMatchObject({ space: "cmyk", hasProfile: true })
    await expectColour(brown, MUTED)
  })

  it.each([
    [[255, 255, 255], TOLERANCE],
    [[128, 128, 128], 15],
    [MUTED, 25],
  ] as const)(
    "of CMYK without a profile (%j) come close, as far as inks reach",
    async (colour, tolerance) => {
      const cmyk = plain(colour).toColourspace("cmyk")
      const file = await cmyk.jpeg({ quality: 100, chromaSubsampling: "4:4:4" }).toBuffer()
      expect(await sharp(file).metadata()).toMatchObject({ space: "cmyk", hasProfile: false })
      expect(difference(hexColour((await process(file)).color), colour)).toBeLessThanOrEqual(tolerance)
    },
  )

  it("of grey are three equal ones", async () => {
    const grey = await plain([120, 120, 120]).toColourspace("b-w").jpeg().toBuffer()
    expect((await sharp(grey).metadata()).channels).toBe(1)
    await expectColour(grey, [120, 120, 120])
    await expectColour(withSegments(grey, iccSegment(profileOf("srgb"))), [120, 120, 120])
  })

  it("survive a profile that cannot be read", async () => {
    const jpeg = await plain(MUTED).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer()
    await expectColour(withSegments(jpeg, iccSegment(Buffer.alloc(300, 0x7f))), MUTED)
    await expectColour(withSegments(jpeg, iccSegment(profileOf("adobe").subarray(0, 200))), MUTED)
  })

  it("behind transparency are laid on white", async () => {
    const half = sharp({
      create: { width: 64, height: 48, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    })
    for (const format of ["png", "webp", "avif"] as const) {
      await expectColour(await half.clone().toFormat(format, { quality: 95 }).toBuffer(), [227, 127, 127])
    }
    const clear = sharp({
      create: { width: 64, height: 48, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
    await expectColour(await png(clear.clone()), [255, 255, 255])
    await expectColour(await png(clear.clone().toColourspace("rgb16")), [255, 255, 255])
    await expectColour(await png(clear.clone().toColourspace("b-w")), [255, 255, 255])
    await expectColour(await clear.clone().gif().toBuffer(), [255, 255, 255])
    const few = await half.clone().png({ palette: true }).toBuffer()
    expect(few.includes("tRNS")).toBe(true)
    await expectColour(few, [227, 127, 127])
  })

  it("average over the whole picture", async () => {
    const photo = await process(await png(quarters(600, 400)))
    expect(difference(hexColour(photo.color), [122.5, 115, 77.5])).toBeLessThanOrEqual(2)
  })
})

describe("Display P3", () => {
  const VIVID: Colour = [230, 60, 40]

  it.each([
    [
      "a JPEG",
      async () =>
        withSegments(
          await plain(VIVID).jpeg({ quality: 97, chromaSubsampling: "4:4:4" }).toBuffer(),
          iccSegment(profileOf("p3")),
        ),
    ],
    ["a PNG", async () => withChunks(await png(plain(VIVID)), iccChunk(profileOf("p3")))],
    [
      "a 16-bit PNG",
      async () => withChunks(await png(plain(VIVID).toColourspace("rgb16")), iccChunk(profileOf("p3"))),
    ],
  ])("of %s keeps its values, under a small profile", async (_, file) => {
    const photo = await process(await file())
    for (const { bytes } of photo.variants) {
      expect(difference((await storedPixels(bytes)).at(0.5, 0.5), VIVID)).toBeLessThanOrEqual(TOLERANCE)
      const { icc } = await sharp(bytes).metadata()
      expect(profileClass(icc)).toBe("p3")
      expect(icc?.length).toBeLessThan(600)
    }
    const expected = toSrgb(VIVID, P3_TO_SRGB, srgbDecode)
    expect(difference(hexColour(photo.color), expected)).toBeLessThanOrEqual(TOLERANCE)
    expect(difference(expected, VIVID)).toBeGreaterThan(10)
  })

  it("is kept where pixels are, at every size", async () => {
    const file = withChunks(await png(quarters(1400, 200)), iccChunk(profileOf("p3")))
    const { variants } = await process(file)
    expect(variants).toHaveLength(6)
    for (const { bytes } of variants) {
      const pixels = await storedPixels(bytes)
      for (const [x, y] of [
        [0.2, 0.2],
        [0.8, 0.2],
        [0.2, 0.8],
        [0.8, 0.8],
      ] as const) {
        expect(difference(pixels.at(x, y), quarterAt(x, y))).toBeLessThanOrEqual(TOLERANCE)
      }
    }
  })
})
