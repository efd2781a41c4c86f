import { describe, expect, it } from "vitest"
import { exifSegment, jpegOfScans, withSegments } from "./fixtures/containers"
import { exifBlock } from "./fixtures/exif"
import { textured } from "./fixtures/pictures"
import { countScans } from "./jpeg-scans"

const baseline = await textured(100, 80).jpeg().toBuffer()
const progressive = await textured(100, 80).jpeg({ progressive: true }).toBuffer()

describe("countScans", () => {
  it("is one for a baseline JPEG and a handful for a progressive one", () => {
    expect(countScans(baseline)).toBe(1)
    expect(countScans(progressive)).toBeGreaterThan(5)
    expect(countScans(progressive)).toBeLessThan(20)
  })

  it.each([1, 2, 500])("counts %d", (scans) => {
    expect(countScans(jpegOfScans(scans))).toBe(scans)
  })

  it("passes over a JPEG inside the metadata, and what comes after the end", () => {
    const withThumbnail = withSegments(baseline, exifSegment(exifBlock({ thumbnail: progressive })))
    expect(countScans(Buffer.concat([withThumbnail, Buffer.from([0, 2]), progressive]))).toBe(1)
  })

  it("finds scans behind padding and stray bytes", () => {
    const padded = Buffer.concat([
      jpegOfScans(1).subarray(0, -2),
      Buffer.from([0, 7, 0xff, 0xff]),
      jpegOfScans(3).subarray(3),
    ])
    expect(countScans(padded)).toBe(4)
  })

  it("ends with the file", () => {
    for (let length = 0; length < 400; length++)
      expect(countScans(progressive.subarray(0, length))).toBeLessThan(20)
  })
})
