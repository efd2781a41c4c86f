import { describe, expect, it } from "vitest"
import { exifBlock } from "./fixtures/exif"
import { codedPicture, exifItem, heif, turned } from "./fixtures/heif"
import { difference, paint, quarterAt, storedPixels } from "./fixtures/pictures"
import { process } from "./image"
import { sharp } from "./library"

const WIDTH = 90
const HEIGHT = 60

/** Where the file keeps the pixel that belongs at (x, y): TIFF 6.0's words on each value, turned into arithmetic. */
const STORED: Record<number, (x: number, y: number) => readonly [number, number]> = {
  1: (x, y) => [x, y],
  2: (x, y) => [WIDTH - 1 - x, y],
  3: (x, y) => [WIDTH - 1 - x, HEIGHT - 1 - y],
  4: (x, y) => [x, HEIGHT - 1 - y],
  5: (x, y) => [y, x],
  6: (x, y) => [y, WIDTH - 1 - x],
  7: (x, y) => [HEIGHT - 1 - y, WIDTH - 1 - x],
  8: (x, y) => [HEIGHT - 1 - y, x],
}

/** The quartered picture, stored as a camera held this way would store it. */
function held(orientation: number) {
  const stored = STORED[orientation]
  if (stored === undefined) throw new Error(`no orientation ${orientation}`)
  const places = new Map<string, readonly [number, number]>()
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) places.set(stored(x, y).join(), [x / WIDTH, y / HEIGHT])
  }
  const [width, height] = orientation < 5 ? [WIDTH, HEIGHT] : [HEIGHT, WIDTH]
  const picture = paint(width, height, (x, y) => quarterAt(...(places.get(`${x},${y}`) ?? [0, 0])))
  return picture.withMetadata({ orientation })
}

const CORNERS = [
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const

async function expectUpright(file: Buffer) {
  const photo = await process(file)
  expect([photo.width, photo.height]).toEqual([WIDTH, HEIGHT])
  for (const { bytes } of photo.variants) {
    const pixels = await storedPixels(bytes)
    expect([pixels.width, pixels.height]).toEqual([WIDTH, HEIGHT])
    for (const [x, y] of CORNERS) expect(difference(pixels.at(x, y), quarterAt(x, y))).toBeLessThan(10)
  }
}

describe("orientation", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("%d of a JPEG comes out upright", async (orientation) => {
    await expectUpright(await held(orientation).jpeg({ quality: 95 }).toBuffer())
  })

  it.each(["png", "webp"] as const)("of a %s counts too", async (format) => {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await expectUpright(await held(orientation).toFormat(format, { quality: 95 }).toBuffer())
    }
  })

  it("of an AVIF is what its own box says, whatever its EXIF says", async () => {
    const avif = { quality: 95, chromaSubsampling: "4:4:4" } as const
    const stored = async (orientation: number) =>
      codedPicture(
        await sharp(await held(orientation).png().toBuffer())
          .avif(avif)
          .toBuffer(),
      )
    const [upright, turnedAway] = [await stored(1), await stored(8)]
    const brands = { brand: "avif", compatible: "mif1avif" }
    for (const orientation of [1, 6, 8]) {
      const exif = exifItem(exifBlock({ image: { 274: orientation } }), 1)
      await expectUpright(heif([upright, exif], brands))
      await expectUpright(
        heif([{ ...turnedAway, properties: [...(turnedAway.properties ?? []), turned(1)] }, exif], brands),
      )
    }
  })

  it.each([0, 9, 6000])("that does not exist (%d) leaves the picture as it is", async (orientation) => {
    const file = await held(1).jpeg({ quality: 95 }).toBuffer()
    const entry = file.indexOf(Buffer.from([0x12, 0x01]))
    expect(entry).toBeGreaterThan(0)
    file.writeUInt16LE(orientation, entry + 8)
    await expectUpright(file)
  })
})
