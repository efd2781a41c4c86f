import { describe, expect, it } from "vitest"
import type { VariantView } from "@/core/photo/photo.schema"
import { offered, srcSet } from "./srcset"

const variant = (type: VariantView["type"], width: number, height: number): VariantView => ({
  url: `/${width}.${type === "image/avif" ? "avif" : "jpg"}`,
  width,
  height,
  type,
})
const landscape = [2048, 1280, 640, 320].map((side) => variant("image/avif", side, side / 2))
const portrait = [2048, 1280, 640, 320].map((side) => variant("image/avif", side / 2, side))
const everything = [...landscape, variant("image/jpeg", 1280, 640), variant("image/jpeg", 640, 320)]
const widths = (variants: VariantView[]) => variants.map(({ width }) => width)

describe("offered", () => {
  it("sorts by width and keeps to one type", () => {
    expect(widths(offered(everything, { type: "image/jpeg", largest: 1280, most: 2000 }))).toEqual([
      640, 1280,
    ])
  })

  it("stops at the first variant with two device pixels a CSS pixel", () => {
    expect(widths(offered(landscape, { type: "image/avif", largest: 2048, most: 300 }))).toEqual([320, 640])
    expect(widths(offered(landscape, { type: "image/avif", largest: 2048, most: 321 }))).toEqual([
      320, 640, 1280,
    ])
  })

  it("keeps 2048 for the lightbox, also for portraits, whose longer side is their height", () => {
    expect(widths(offered(landscape, { type: "image/avif", largest: 1280, most: 5000 }))).toEqual([
      320, 640, 1280,
    ])
    expect(widths(offered(portrait, { type: "image/avif", largest: 1280, most: 5000 }))).toEqual([
      160, 320, 640,
    ])
    expect(widths(offered(portrait, { type: "image/avif", largest: 2048, most: 5000 })).at(-1)).toBe(1024)
  })
})

describe("srcSet", () => {
  it("writes width descriptors", () => {
    expect(srcSet([variant("image/jpeg", 640, 320), variant("image/jpeg", 1280, 640)])).toBe(
      "/640.jpg 640w, /1280.jpg 1280w",
    )
  })
})
