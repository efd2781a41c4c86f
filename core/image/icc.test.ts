import { describe, expect, it } from "vitest"
import { plain, RED } from "./fixtures/pictures"
import { matrixProfile, SPACES } from "./fixtures/profiles"
import { profileClass } from "./icc"
import { sharp } from "./library"

const profileOf = async (name: "srgb" | "p3" | "cmyk") => {
  const file = plain(RED)
    .toColourspace(name === "cmyk" ? "cmyk" : "srgb")
    .withIccProfile(name)
  return (await sharp(await file.jpeg().toBuffer()).metadata()).icc
}

describe("profileClass", () => {
  it("takes no profile for sRGB", () => {
    expect(profileClass(undefined)).toBe("srgb")
  })

  it.each([
    ["srgb", "srgb"],
    ["p3", "p3"],
    ["cmyk", "other"],
  ] as const)("knows the real %s profile", async (name, expected) => {
    const icc = await profileOf(name)
    expect(icc).toBeDefined()
    expect(profileClass(icc)).toBe(expected)
  })

  it.each([
    ["srgb", "srgb"],
    ["p3", "p3"],
    ["adobe", "other"],
  ] as const)("classes the colorants of %s, whatever the profile is called", (space, expected) => {
    const { colorants, curve } = SPACES[space]
    expect(profileClass(matrixProfile(colorants, curve, "sRGB IEC61966-2.1"))).toBe(expected)
    expect(profileClass(matrixProfile(colorants, curve, "Display P3"))).toBe(expected)
  })

  it.each([1, 1.8, 2.2, 2.6])("does not take sRGB's colorants with a gamma of %d for sRGB", (gamma) => {
    expect(profileClass(matrixProfile(SPACES.srgb.colorants, { gamma }))).toBe("other")
  })

  it("takes any damaged profile for one to be converted, and never throws", () => {
    const sound = matrixProfile(SPACES.p3.colorants, SPACES.p3.curve)
    for (let length = 0; length < sound.length - 40; length += 7) {
      expect(profileClass(sound.subarray(0, length))).toBe("other")
    }
    const lost = Buffer.from(sound)
    for (let tag = 0; tag < 9; tag++) lost.writeUInt32BE(0xffffffff, 132 + 12 * tag + 4)
    expect(profileClass(lost)).toBe("other")
    expect(profileClass(Buffer.alloc(200, 0xff))).toBe("other")
  })
})
