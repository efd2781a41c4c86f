import { readFileSync } from "node:fs"
import type { Sharp } from "sharp"
import { describe, expect, it } from "vitest"
import { iccChunk, withChunks } from "./fixtures/containers"
import { exifBlock } from "./fixtures/exif"
import {
  auxiliary,
  codedPicture,
  exifItem,
  grid,
  heif,
  iccProfile,
  mirrored,
  size,
  turned,
} from "./fixtures/heif"
import { matrixProfile, SPACES } from "./fixtures/profiles"
import { decodeHeic } from "./heic"
import { profileClass } from "./icc"
import { ImageRejected, process } from "./image"
import { sharp } from "./library"

const at = (path: string) => readFileSync(new URL(path, import.meta.url))
const heic = (name: string) => at(`fixtures/heic/${name}.heic`)
const photo = (name: string) => sharp(at(`../../local/demo/photos/${name}.jpg`))

/** What the files were made from. */
const SKYLINE = await photo("skyline").resize(320, 180).png().toBuffer()
const skyline = () => sharp(SKYLINE)

/** The mean difference of a channel, where the picture is so small that no encoder's noise is left. */
async function colourError(file: Sharp, source: Sharp): Promise<number> {
  const [a, b] = await Promise.all([file, source].map(small))
  if (a === undefined || b?.length !== a.length) throw new Error("they are of different sizes")
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
}

/** In two steps: a turn comes before the size. */
const small = async (picture: Sharp) =>
  sharp(await picture.png().toBuffer(), { ignoreIcc: true })
    .resize(32, 32, { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer()

async function expectLike(file: Buffer, source: Sharp, { width, height }: { width: number; height: number }) {
  const made = await process(file)
  expect(made).toMatchObject({ width, height, kind: "heic" })
  for (const variant of made.variants) {
    expect(variant).toMatchObject({ width, height })
    expect(await colourError(sharp(variant.bytes, { ignoreIcc: true }), source.clone())).toBeLessThan(3)
  }
  return made
}

const LANDSCAPE = { width: 320, height: 180 }
const PORTRAIT = { width: 180, height: 320 }
const FOUR_TILES = [0, 1, 2, 3].map((i) => codedPicture(heic(`tile-${i}`)))
const TILES = [1, 2, 3, 4]

describe("a HEIC", () => {
  it("is the picture that was encoded", async () => {
    const made = await expectLike(heic("plain"), skyline(), LANDSCAPE)
    expect(made.animated).toBe(false)
    expect(await colourError(skyline(), skyline().flip())).toBeGreaterThan(10)
  })

  it("of 10 bits is the same picture", async () => {
    await expectLike(heic("deep"), skyline(), LANDSCAPE)
  })

  it("of grey, and of odd sides, is grey", async () => {
    const grey = photo("skyline").resize(161, 91, { fit: "cover" }).greyscale()
    await expectLike(heic("grey"), grey.toColourspace("srgb"), { width: 161, height: 91 })
  })

  it("with transparency lies on white", async () => {
    const { data } = await skyline().raw().toBuffer({ resolveWithObject: true })
    const laid = data.map((value, i) => 255 - ((255 - value) * (Math.floor(i / 3) % 320)) / 319)
    const raw = { ...LANDSCAPE, channels: 3 } as const
    await expectLike(heic("alpha"), sharp(laid, { raw }), LANDSCAPE)
  })

  it("in tiles, as a phone writes it, is one picture", async () => {
    const tiled = heif([...FOUR_TILES, grid(2, 2, 320, 180, TILES)], { primary: 5 })
    await expectLike(tiled, skyline(), LANDSCAPE)
  })

  it("of several pictures is the primary one", async () => {
    const depth = codedPicture(heic("tile-0"), auxiliary("urn:mpeg:hevc:2015:auxid:2"))
    const gain = codedPicture(heic("tile-1"), auxiliary("urn:com:apple:photo:2020:aux:hdrgainmap"))
    const parts = [
      codedPicture(heic("tile-2")),
      codedPicture(heic("plain")),
      { ...depth, refers: ["auxl", [2]] as const },
      { ...gain, refers: ["auxl", [2]] as const },
    ]
    await expectLike(heif(parts, { primary: 2 }), skyline(), LANDSCAPE)
  })

  it("of a sequence is its still picture, and known to move", async () => {
    expect((await expectLike(heic("sequence"), skyline(), LANDSCAPE)).animated).toBe(true)
  })

  it.each([
    ["turned", [turned(1)], () => skyline().rotate(270), PORTRAIT],
    ["turned over", [turned(2)], () => skyline().rotate(180), LANDSCAPE],
    ["mirrored", [mirrored()], () => skyline().flop(), LANDSCAPE],
  ] as const)("%s comes out upright, and its EXIF turns it no further", async (_, how, source, shape) => {
    for (const orientation of [1, 6, 8]) {
      const exif = exifItem(exifBlock({ image: { 274: orientation } }), 1)
      const file = heif([codedPicture(heic("plain"), ...how), exif])
      expect((await sharp(file).metadata()).exif?.length).toBeGreaterThan(0)
      await expectLike(file, source(), shape)
    }
  })

  it("in Display P3 keeps its values", async () => {
    const spices = photo("spices").resize(240, 180, { fit: "cover" })
    const made = await expectLike(heic("p3"), spices, { width: 240, height: 180 })
    for (const { bytes } of made.variants) {
      const { icc } = await sharp(bytes).metadata()
      expect(profileClass(icc)).toBe("p3")
    }
  })

  it("in another space becomes sRGB", async () => {
    const { colorants, curve } = SPACES.adobe
    const adobe = heif([codedPicture(heic("plain"), iccProfile(matrixProfile(colorants, curve)))])
    const wider = sharp(withChunks(SKYLINE, iccChunk(matrixProfile(colorants, curve))))
    expect(await colourError(wider.clone(), skyline())).toBeGreaterThan(3)
    const made = await expectLike(adobe, wider, LANDSCAPE)
    expect((await sharp(made.variants[0]?.bytes).metadata()).icc).toBeUndefined()
  })

  it("under another's name is refused by its own", async () => {
    const avif = heif([codedPicture(heic("plain"))], { brand: "avif", compatible: "mif1avif" })
    await expect(process(avif)).rejects.toMatchObject({ reason: "unsupported", kind: "heic" })
    const generic = heif([codedPicture(heic("plain"))], { brand: "mif1", compatible: "mif1heic" })
    await expectLike(generic, skyline(), LANDSCAPE)
    const av1 = await skyline().avif({ effort: 0 }).toBuffer()
    av1.write("mif1", 8)
    expect(await process(av1)).toMatchObject({ ...LANDSCAPE, kind: "avif" })
    av1.write("heic", 8)
    await expect(process(av1)).rejects.toMatchObject({ reason: "unsupported", kind: "heic" })
  })
})

/** Why a file is refused; "taken" when it is not. */
const outcome = (bytes: Buffer) =>
  process(bytes).then(
    () => "taken",
    (error: unknown) => (error instanceof ImageRejected ? error.reason : error),
  )

function altered(name: string, change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(heic(name))
  change(file)
  return file
}

const PLAIN = codedPicture(heic("plain"))
const coded = (...properties: Buffer[]) => heif([{ ...PLAIN, properties: [...properties] }])
const [CONFIGURATION = Buffer.alloc(0)] = PLAIN.properties ?? []

describe("a HEIC that is hostile", () => {
  it.each([0.005, 0.01, 0.05, 0.3, 0.6, 0.99])("ends after %d of it: corrupt", async (part) => {
    const whole = heic("exif")
    expect(await outcome(whole.subarray(0, Math.floor(part * whole.length)))).toBe("corrupt")
  })

  it.each([
    ["claims 100000²", coded(CONFIGURATION, size(100_000, 100_000)), "too_many_pixels"],
    ["claims 8001²", coded(CONFIGURATION, size(8001, 8001)), "too_many_pixels"],
    ["claims more than it has", coded(CONFIGURATION, size(6000, 6000)), "corrupt"],
    ["claims less than it has", coded(CONFIGURATION, size(64, 64)), "corrupt"],
    ["claims nothing", coded(CONFIGURATION, size(0, 0)), "corrupt"],
    ["has no size", coded(CONFIGURATION), "corrupt"],
    ["has no configuration", coded(size(320, 180)), "corrupt"],
    [
      "has a wrong configuration",
      altered("plain", (file) => file.fill(0xff, file.indexOf("hvcC") + 4, 260)),
      "corrupt",
    ],
    ["has noise for a picture", heif([{ ...PLAIN, data: Buffer.alloc(9000, 0x5a) }]), "corrupt"],
    ["has no picture", heif([{ ...PLAIN, data: Buffer.alloc(0) }]), "corrupt"],
    ["names a picture that is not there", heif([PLAIN], { primary: 9 }), "corrupt"],
    ["is a grid of itself", heif([PLAIN, grid(1, 1, 320, 180, [2])], { primary: 2 }), "corrupt"],
    [
      "is a grid of what is not there",
      heif([PLAIN, grid(2, 1, 640, 180, [1, 7])], { primary: 2 }),
      "corrupt",
    ],
    ["is a grid of less than it says", heif([PLAIN, grid(9, 9, 320, 180, [1])], { primary: 2 }), "corrupt"],
    ["is turned sixty times", heif([codedPicture(heic("plain"), ...Array(60).fill(turned(1)))]), "taken"],
  ])("%s", async (_, file, expected) => {
    expect(await outcome(file)).toBe(expected)
  })

  it("overwritten in the middle is refused by name or taken, but nothing else", async () => {
    for (const start of [0x20, 0x60, 0xa0, 0x120, 0x150, 0x170, 2000, 9000]) {
      const broken = altered("plain", (file) => file.fill(0xab, start, start + 40))
      expect(["taken", "corrupt", "unsupported", "too_many_pixels"]).toContain(await outcome(broken))
    }
  })

  it("takes no more time and memory than it is given", async () => {
    const tiles = Array.from({ length: 100 }, () => PLAIN)
    const large = heif(
      [
        ...tiles,
        grid(
          10,
          10,
          3200,
          1800,
          [...tiles.keys()].map((i) => i + 1),
        ),
      ],
      { primary: 101 },
    )
    const enough = { seconds: 20, memory: 200e6 }
    const answer = (limits: Partial<typeof enough>) =>
      decodeHeic(large, { ...enough, ...limits }).then(
        ({ raw }) => raw.width,
        ({ reason }) => reason,
      )
    expect(await answer({})).toBe(3200)
    expect(await answer({ memory: 20e6 })).toBe("too_many_pixels")
    expect(await answer({ seconds: 0.001 })).toBe("timeout")
  })

  it("carries nothing of its metadata into a variant, and what it told is listed", async () => {
    const file = heic("exif")
    const needles = ["zQ7", "Apple", "iPhone", "2026:05:06", "Exif"].map((word) => Buffer.from(word))
    const seconds = Buffer.from([0xd2, 4, 0, 0, 100, 0, 0, 0])
    for (const needle of [...needles, seconds]) expect(file.includes(needle)).toBe(true)
    const made = await process(file)
    for (const { bytes } of made.variants) {
      for (const needle of [...needles, seconds]) expect(bytes.includes(needle)).toBe(false)
    }
    expect(made.camera).toEqual({
      make: "Apple",
      model: "iPhone 15 Pro",
      aperture: 1.78,
      takenAt: "2026-05-06T07:08:09+09:00",
    })
    expect(made.location).toEqual({ latitude: 35.6700944, longitude: -139.7657722 })
    expect(made.receipt).toMatchObject({
      location: true,
      time: true,
      deviceSerial: true,
      software: true,
      names: true,
      description: false,
      thumbnail: false,
    })
  })
})
