import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { quarters, textured } from "./fixtures/pictures"
import { process } from "./image"
import { sharp } from "./library"
import { avifSizes, sizesFor } from "./sizes"
import type { Variant } from "./variants"

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
})
