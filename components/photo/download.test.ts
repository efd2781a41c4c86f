import { expect, it } from "vitest"
import { downloadOf, originalOf } from "./download"

const variant = (url: string, width: number, type: "image/avif" | "image/jpeg" = "image/avif") => ({
  url,
  width,
  height: width / 2,
  type,
})

it("finds the largest variant of pictures at the CDN and behind the checked address", () => {
  const open = [
    variant("https://cdn.example/media/public/pho_1/3-320.avif", 320),
    variant("https://cdn.example/media/public/pho_1/3-2048.avif", 1900),
    variant("https://cdn.example/media/public/pho_1/3-1280.jpg", 1280, "image/jpeg"),
  ]
  expect(downloadOf({ photoId: "pho_1", variants: open })).toBe("/api/media/pho_1/2048.avif?download=1")
  const hidden = [
    variant("/api/media/pho_2/320.avif", 200),
    variant("/api/media/pho_2/640.jpg", 200, "image/jpeg"),
  ]
  expect(downloadOf({ photoId: "pho_2", variants: hidden })).toBe("/api/media/pho_2/320.avif?download=1")
  expect(originalOf("pho_2")).toBe("/api/media/pho_2/original")
})
