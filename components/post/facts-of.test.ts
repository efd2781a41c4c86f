import { createFormatter, createTranslator } from "next-intl"
import { describe, expect, it } from "vitest"
import en from "@/messages/en"
import ja from "@/messages/ja"
import { factsOf } from "./facts-of"

const words = (locale: "en" | "ja") => {
  const messages = locale === "ja" ? ja : en
  return {
    photo: createTranslator({ locale, messages, namespace: "photo" }),
    receipt: createTranslator({ locale, messages, namespace: "receipt" }),
    format: createFormatter({ locale, timeZone: "Asia/Tokyo" }),
  } as unknown as Parameters<typeof factsOf>[1]
}
const texts = (photo: Parameters<typeof factsOf>[0], locale: "en" | "ja" = "en") =>
  factsOf(photo, words(locale)).map(({ text, detail }) => (detail ? [text, detail] : text))

const camera = {
  make: "FUJIFILM",
  model: "X-T5",
  lens: "XF 23 mm F2",
  focalLength: 23,
  exposureTime: 1 / 125,
  aperture: 8,
  iso: 200,
  takenAt: "2026-11-14T06:42:09",
}

describe("the facts of a photo", () => {
  it("are none where nothing is shown", () => {
    expect(texts({})).toEqual([])
    expect(texts({ camera: {} })).toEqual([])
  })

  it("say camera, exposure, the camera's own time and the rounded place", () => {
    const place = { latitude: 54.6, longitude: -3.1, kilometres: 10 } as const
    expect(texts({ camera, place })).toEqual([
      ["FUJIFILM X-T5", "XF 23 mm F2"],
      "23 mm · 1/125 s · f/8 · ISO 200",
      "Taken November 14, 2026 at 6:42 AM",
      ["Near 54.6° N, 3.1° W", "Rounded to about 10 km by the author"],
    ])
    expect(factsOf({ place }, words("en"))[0]?.link?.href).toBe(
      "https://www.openstreetmap.org/#map=10/54.6/-3.1",
    )
    expect(texts({ camera, place }, "ja").flat().join()).toContain("北緯54.6度、西経3.1度")
  })

  it.each([
    [{ exposureTime: 0.000125 }, "1/8000 s"],
    [{ exposureTime: 0.333333 }, "1/3 s"],
    [{ exposureTime: 0.5 }, "0.5 s"],
    [{ exposureTime: 30 }, "30 s"],
    [{ aperture: 1.8, iso: 12800 }, "f/1.8 · ISO 12800"],
    [{ focalLength: 4.25 }, "4.3 mm"],
    [{ lens: "A lens" }, "A lens"],
  ])("of %j are as dials have them: %s", (some, text) => {
    expect(texts({ camera: some })).toEqual([text])
  })

  it("write a place as exactly as it was rounded", () => {
    const place = { latitude: -33.9, longitude: 18, kilometres: 1 } as const
    expect(texts({ place }).flat()[0]).toBe("Near 33.90° S, 18.00° E")
  })
})
