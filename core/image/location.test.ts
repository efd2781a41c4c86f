import { describe, expect, it } from "vitest"
import { type ExifFields, exifBlock } from "./fixtures/exif"
import { readLocation } from "./location"

type Fraction = readonly [number, number]
const whole = (...values: number[]): Fraction[] => values.map((value) => [value, 1])

const TOKYO: ExifFields = {
  1: "N",
  2: [
    [35, 1],
    [40, 1],
    [1234, 100],
  ],
  3: "E",
  4: [
    [139, 1],
    [45, 1],
    [5678, 100],
  ],
}
const read = (gps: ExifFields, xmp?: string) =>
  readLocation(exifBlock({ gps }), xmp === undefined ? undefined : Buffer.from(xmp))

describe("the place", () => {
  it("is read in degrees", async () => {
    expect(await read(TOKYO)).toEqual({ latitude: 35.6700944, longitude: 139.7657722 })
  })

  it("is south and west where the file says so", async () => {
    expect(await read({ ...TOKYO, 1: "S", 3: "W" })).toEqual({
      latitude: -35.6700944,
      longitude: -139.7657722,
    })
  })

  it("is read from minutes with a fraction, as some cameras write it", async () => {
    const minutes = {
      2: [
        [35, 1],
        [402_057, 10_000],
        [0, 1],
      ],
      4: [
        [139, 1],
        [459_463, 10_000],
        [0, 1],
      ],
    } as const
    expect(await read({ ...TOKYO, ...minutes })).toEqual({ latitude: 35.670095, longitude: 139.7657717 })
  })

  it("brings no height, direction or time", async () => {
    const more = { 6: [[123, 1]], 17: [[90, 1]], 29: "2026:05:06" } as const
    expect(await read({ ...TOKYO, ...more })).toEqual({ latitude: 35.6700944, longitude: 139.7657722 })
  })

  it("may be the equator's, when the file says where it meets the meridian", async () => {
    const zero = whole(0, 0, 0)
    expect(await read({ 1: "N", 2: zero, 3: "E", 4: zero })).toEqual({ latitude: 0, longitude: 0 })
    expect(await read({ 2: zero, 4: zero })).toBeUndefined()
  })

  it.each<[string, ExifFields]>([
    ["one coordinate", { 1: "N", 2: whole(35, 40, 12) }],
    ["no hemisphere", { 2: whole(35, 40, 12), 4: whole(139, 45, 56) }],
    ["a hemisphere that is none", { ...TOKYO, 1: "X" }],
    ["a latitude beyond the pole", { ...TOKYO, 2: whole(91, 0, 0) }],
    ["a longitude beyond the date line", { ...TOKYO, 4: whole(180, 0, 1) }],
    [
      "a fraction over zero",
      {
        ...TOKYO,
        2: [
          [35, 0],
          [40, 1],
          [12, 1],
        ],
      },
    ],
    [
      "zero over zero",
      {
        ...TOKYO,
        2: [
          [0, 0],
          [0, 0],
          [0, 0],
        ],
      },
    ],
    ["ninety minutes", { ...TOKYO, 2: whole(35, 90, 0) }],
    ["two parts of three", { ...TOKYO, 2: whole(35, 40) }],
    ["four parts", { ...TOKYO, 2: whole(35, 40, 12, 1) }],
    ["a text", { ...TOKYO, 2: "35,40,12" }],
    ["a bare number", { ...TOKYO, 2: 35 }],
    ["bytes of no meaning", { ...TOKYO, 4: Buffer.alloc(24, 0xff) }],
    ["nothing", {}],
  ])("is none with %s", async (_, gps) => {
    expect(await read(gps)).toBeUndefined()
  })

  it.each([
    ['exif:GPSLatitude="35,40.205667N" exif:GPSLongitude="139,45.946333W"', [35.6700945, -139.7657722]],
    ["<exif:GPSLatitude>35,40,12S</exif:GPSLatitude><exif:GPSLongitude>1,2,3E<", [-35.67, 1.0341667]],
  ])("is read from XMP where EXIF has none: %s", async (xmp, [latitude, longitude]) => {
    expect(await read({}, xmp)).toEqual({ latitude, longitude })
    expect(await read(TOKYO, xmp)).toMatchObject({ latitude: 35.6700944 })
  })

  it.each([
    'exif:GPSLatitude="95,0N" exif:GPSLongitude="139,45W"',
    'exif:GPSLatitude="35,40N"',
    'exif:GPSLatitude="35,40E" exif:GPSLongitude="139,45N"',
    `exif:GPSLatitude="${"9".repeat(100_000)},40N" exif:GPSLongitude="1,2E"`,
  ])("is none in XMP that makes no sense, case %#", async (xmp) => {
    expect(await read({}, xmp)).toBeUndefined()
  })

  it("is none in a block that is broken anywhere, or a loop, and nothing throws", async () => {
    const block = exifBlock({ gps: TOKYO })
    for (let length = 0; length < block.length; length++) {
      expect(await readLocation(block.subarray(0, length))).toBeUndefined()
    }
    expect(await readLocation(exifBlock({ image: { 34853: 8 } }))).toBeUndefined()
  })
})
