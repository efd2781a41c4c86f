import { describe, expect, it } from "vitest"
import { readCamera } from "./camera"
import { Camera } from "./camera.schema"
import { exifBlock } from "./fixtures/exif"

const MAKE = 0x010f
const MODEL = 0x0110
const EXPOSURE_TIME = 0x829a
const F_NUMBER = 0x829d
const ISO = 0x8827
const TAKEN = 0x9003
const OFFSET = 0x9011
const FOCAL_LENGTH = 0x920a
const LENS = 0xa434

describe("readCamera", () => {
  it("reads everything there is", async () => {
    const exif = exifBlock({
      image: { [MAKE]: "FUJIFILM", [MODEL]: "X-T5 " },
      exposure: {
        [EXPOSURE_TIME]: [[1, 30]],
        [F_NUMBER]: [[56, 10]],
        [ISO]: 400,
        [TAKEN]: "2026:05:06 07:08:09",
        [OFFSET]: "+09:00",
        [FOCAL_LENGTH]: [[230, 10]],
        [LENS]: "XF23mmF1.4 R",
      },
    })
    expect(await readCamera(exif)).toEqual({
      make: "FUJIFILM",
      model: "X-T5",
      lens: "XF23mmF1.4 R",
      focalLength: 23,
      aperture: 5.6,
      exposureTime: 0.033_333_3,
      iso: 400,
      takenAt: "2026-05-06T07:08:09+09:00",
    })
  })

  it("leaves the time zone open where the camera did", async () => {
    const exif = exifBlock({ exposure: { [TAKEN]: "2026:05:06 07:08:09" } })
    expect(await readCamera(exif)).toEqual({ takenAt: "2026-05-06T07:08:09" })
  })

  it("keeps text as plain text: printable, on one line, short", async () => {
    const exif = exifBlock({
      image: { [MAKE]: "<script>alert(1)</script>\n\x1b[31mred", [MODEL]: "x".repeat(5000) },
    })
    const camera = await readCamera(exif)
    expect(camera?.make).toBe("<script>alert(1)</script> [31mred")
    expect(camera?.model).toHaveLength(100)
    expect(Camera.parse(camera)).toEqual(camera)
  })

  it("drops what makes no sense and keeps the rest", async () => {
    const exif = exifBlock({
      image: { [MAKE]: "Canon", [MODEL]: "   " },
      exposure: {
        [EXPOSURE_TIME]: [[1, 0]],
        [F_NUMBER]: [[0, 0]],
        [ISO]: 0,
        [TAKEN]: "0000:00:00 00:00:00",
        [FOCAL_LENGTH]: [[4_000_000_000, 1]],
      },
    })
    expect(await readCamera(exif)).toEqual({ make: "Canon" })
  })

  it("says nothing where there is nothing", async () => {
    expect(await readCamera(Buffer.alloc(0))).toBeUndefined()
    expect(await readCamera(exifBlock({ image: { 274: 1 } }))).toBeUndefined()
  })

  it("is not stopped by hostile blocks", async () => {
    const sound = exifBlock({ image: { [MAKE]: "Canon" }, exposure: { [ISO]: 100 } })
    const loop = Buffer.from(sound)
    loop.writeUInt32LE(8, 8 + 2 + 12 + 8)
    const giant = Buffer.from(sound)
    giant.writeUInt32LE(0xffffffff, 8 + 2 + 4)
    const lost = Buffer.from(sound)
    lost.writeUInt32LE(0xfffffff0, 4)
    const crowd = Buffer.alloc(60_000, sound.subarray(10, 22))
    crowd.set([0x49, 0x49, 42, 0, 8, 0, 0, 0, 0xff, 0xff])
    for (const block of [loop, giant, lost, crowd, Buffer.alloc(3), Buffer.alloc(70_000, 0xff)]) {
      await expect(readCamera(block)).resolves.not.toThrow()
    }
    for (let length = 0; length < sound.length; length++) await readCamera(sound.subarray(0, length))
  })
})
