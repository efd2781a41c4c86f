import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { codingPoints } from "./coding-points"
import { chunk, iccChunk, withChunks } from "./fixtures/containers"
import { codedPicture, grid, heif, nclx } from "./fixtures/heif"
import { type Colour, difference, plain, storedPixels } from "./fixtures/pictures"
import { matrixProfile, SPACES } from "./fixtures/profiles"
import { profileClass } from "./icc"
import { process } from "./image"
import { sharp } from "./library"

const VIVID: Colour = [230, 60, 40]
const png = await plain(VIVID).png().toBuffer()
const cicp = (...points: number[]) => chunk("cICP", Buffer.from([...points, 0, 1]))
const heic = (name: string) => readFileSync(new URL(`./fixtures/heic/${name}.heic`, import.meta.url))

const av1 = await plain(VIVID).avif({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer()
const avif = (primaries: number, transfer: number) =>
  heif([codedPicture(av1, nclx(primaries, transfer))], { brand: "avif", compatible: "mif1avif" })

async function profileOf(file: Buffer) {
  const { variants } = await process(file)
  return profileClass((await sharp(variants[0]?.bytes).metadata()).icc)
}

describe("colours declared in numbers", () => {
  it.each([
    ["a PNG", withChunks(png, cicp(12, 13))],
    ["an AVIF", avif(12, 13)],
  ])("of %s are kept as Display P3", async (_, file) => {
    const { variants } = await process(file)
    for (const { bytes } of variants) {
      expect(difference((await storedPixels(bytes)).at(0.5, 0.5), VIVID)).toBeLessThanOrEqual(3)
      expect(profileClass((await sharp(bytes).metadata()).icc)).toBe("p3")
    }
  })

  it("of a HEIC are its primary picture's alone", async () => {
    const [sdr, p3] = [codedPicture(heic("plain"), nclx(1)), codedPicture(heic("plain"), nclx(12))]
    expect(await profileOf(heif([sdr, p3], { primary: 2 }))).toBe("p3")
    expect(await profileOf(heif([sdr, p3], { primary: 1 }))).toBe("srgb")
    const tile = codedPicture(heic("tile-0"), nclx(12))
    const whole = grid(1, 1, 160, 90, [1])
    expect(await profileOf(heif([tile, whole], { primary: 2 }))).toBe("srgb")
    const inColour = { ...whole, properties: [...(whole.properties ?? []), nclx(12)] }
    expect(await profileOf(heif([tile, inColour], { primary: 2 }))).toBe("p3")
  })

  it("give way to a profile", async () => {
    const { colorants, curve } = SPACES.srgb
    expect(await profileOf(withChunks(png, cicp(12, 13), iccChunk(matrixProfile(colorants, curve))))).toBe(
      "srgb",
    )
  })

  it.each([
    [1, 13],
    [9, 16],
    [9, 18],
    [12, 16],
    [255, 255],
  ])("that are not Display P3's (%d, %d) change nothing", async (primaries, transfer) => {
    for (const file of [withChunks(png, cicp(primaries, transfer)), avif(primaries, transfer)]) {
      expect(codingPoints(file)).toEqual([primaries, transfer])
      expect(await profileOf(file)).toBe("srgb")
    }
    const still = codedPicture(heic("plain"), nclx(primaries, transfer))
    expect(await profileOf(heif([still]))).toBe("srgb")
  })

  it("are none in a file that ends anywhere, and nothing throws", async () => {
    for (const file of [withChunks(png, cicp(12, 13)), avif(12, 13)]) {
      for (let end = 0; end < Math.min(file.length, 600); end++) codingPoints(file.subarray(0, end))
      for (let at = 8; at < Math.min(file.length, 600); at++) {
        codingPoints(Buffer.concat([file.subarray(0, at), Buffer.alloc(8, 0xff), file.subarray(at + 8)]))
      }
    }
    expect(codingPoints(await plain(VIVID).jpeg().toBuffer())).toBeUndefined()
    expect(codingPoints(Buffer.alloc(0))).toBeUndefined()
  })
})
