import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { type Colour, paint, quarters, textured } from "./fixtures/pictures"
import { process } from "./image"
import { sharp } from "./library"
import { avifSizes, sizesFor } from "./sizes"
import { avifSettings, encodeAll, fitInside, type Variant } from "./variants"

describe("sizesFor", () => {
  it.each([
    [1, [320]],
    [320, [320]],
    [321, [320, 640]],
    [1500, [320, 640, 1280, 2048]],
    [2048, [320, 640, 1280, 2048]],
    [9000, [320, 640, 1280, 2048]],
  ])("makes the smaller ones and one of its own for %d", (longest, sizes) => {
    expect(sizesFor(avifSizes, longest)).toEqual(sizes)
  })
})

describe("fitInside", () => {
  it("stretches over the whole size, to parts of a pixel", async () => {
    const dark: Colour = [50, 50, 50]
    const light: Colour = [200, 200, 200]
    const picture = paint(640, 401, (_, y) => (y < 300 ? light : dark))
    const data = await picture.raw().toBuffer()
    const small = await fitInside({ data, width: 640, height: 401, space: "srgb" }, 320)
    expect([small.width, small.height]).toEqual([320, 201])
    const column = Array.from({ length: 201 }, (_, y) => small.data[3 * (320 * y + 160)] ?? 0)
    const lightRows = column.reduce((sum, value) => sum + (value - 50) / 150, 0)
    expect(lightRows).toBeCloseTo((300 * 201) / 401, 1)
  })
})

const named = (variants: Variant[]) =>
  Object.fromEntries(
    variants.map(({ size, format, width, height }) => [`${size}.${format}`, [width, height]]),
  )

it("takes one core at a time and keeps nothing", () => {
  expect(sharp.concurrency()).toBe(1)
  expect(sharp.cache()).toMatchObject({ memory: { max: 0 }, items: { max: 0 } })
})

describe("the variants of a photo", () => {
  it("are the whole set for a large one, landscape", async () => {
    const photo = await process(await quarters(2400, 600).jpeg().toBuffer())
    expect([photo.width, photo.height]).toEqual([2400, 600])
    expect(named(photo.variants)).toEqual({
      "2048.avif": [2048, 512],
      "1280.avif": [1280, 320],
      "1280.jpg": [1280, 320],
      "640.avif": [640, 160],
      "640.jpg": [640, 160],
      "320.avif": [320, 80],
    })
  })

  it("are never larger than the original", async () => {
    const photo = await process(await quarters(500, 700).png().toBuffer())
    expect(named(photo.variants)).toEqual({
      "1280.avif": [500, 700],
      "1280.jpg": [500, 700],
      "640.avif": [457, 640],
      "640.jpg": [457, 640],
      "320.avif": [229, 320],
    })
  })

  it("exist for a single pixel", async () => {
    const photo = await process(await quarters(1, 1).png().toBuffer())
    expect(named(photo.variants)).toEqual({ "320.avif": [1, 1], "640.jpg": [1, 1] })
    expect(photo.color).toBe("#c8281e")
  })

  it("exist for a line", async () => {
    const photo = await process(await quarters(20_000, 2).jpeg().toBuffer())
    expect([photo.width, photo.height]).toEqual([20_000, 2])
    expect(named(photo.variants)).toMatchObject({ "2048.avif": [2048, 1], "320.avif": [320, 1] })
    const standing = await process(await quarters(1, 3000).png().toBuffer())
    expect(named(standing.variants)).toMatchObject({ "2048.avif": [1, 2048], "640.jpg": [1, 640] })
  })

  it("are what they say they are", async () => {
    const { variants } = await process(await quarters(700, 400).webp().toBuffer())
    for (const { format, width, height, bytes } of variants) {
      const header = await sharp(bytes).metadata()
      expect(header).toMatchObject({ width, height, channels: 3, hasAlpha: false })
      expect(header.format).toBe(format === "avif" ? "heif" : "jpeg")
      expect(header.isProgressive).toBe(format === "jpg")
    }
  })

  it("come out byte for byte the same", async () => {
    const file = await textured(660, 240).jpeg().toBuffer()
    const [first, second] = [await process(file), await process(Buffer.from(file))]
    const digest = ({ bytes }: Variant) => createHash("sha256").update(bytes).digest("hex")
    expect(second.variants.map(digest)).toEqual(first.variants.map(digest))
    expect({ ...second, variants: [] }).toEqual({ ...first, variants: [] })
  })

  it("can be made with other settings", async () => {
    const data = await textured(300, 200).raw().toBuffer()
    const top = { data, width: 300, height: 200, space: "srgb" } as const
    const coarse = { ...avifSettings, 320: { quality: 20, effort: 0 } }
    const [usual, other] = [await encodeAll(top), await encodeAll(top, coarse)]
    const sizes = (variants: Variant[]) => variants.map(({ bytes }) => bytes.length)
    expect(other[0]?.format).toBe("jpg")
    expect(sizes(other)[0]).toBe(sizes(usual)[0])
    expect(sizes(other)[1]).toBeLessThan(sizes(usual)[1] ?? 0)
  })
})
