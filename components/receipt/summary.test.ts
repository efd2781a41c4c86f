import { describe, expect, it } from "vitest"
import type { Receipt } from "@/core/image/receipt.schema"
import type { PhotoView } from "@/core/photo/photo.schema"
import { removedFrom, summaryOf } from "./summary"

const clean: Receipt = {
  location: false,
  time: false,
  deviceSerial: false,
  software: false,
  names: false,
  description: false,
  thumbnail: false,
  makerNote: false,
  video: false,
  bytes: 0,
}
const photo = (receipt: Partial<Receipt>, more: Partial<PhotoView> = {}): PhotoView => ({
  id: "pho_1",
  state: "ready",
  receipt: { ...clean, ...receipt },
  ...more,
})

describe("the receipt of a post", () => {
  it("says what all files together tell, who it names first", () => {
    const found = summaryOf(
      [
        photo({ location: true, software: true, time: true }, { location: { latitude: 1, longitude: 2 } }),
        photo({ location: true, names: true }),
        photo({ deviceSerial: true }, { camera: { make: "Canon" } }),
      ],
      false,
    )
    expect(found).toEqual({
      read: 3,
      waiting: 0,
      located: 2,
      placeable: true,
      camera: true,
      identity: ["deviceSerial", "names"],
      rest: ["time", "software"],
    })
  })

  it("counts what is still to be read, and nothing that failed", () => {
    const found = summaryOf(
      [undefined, { id: "pho_2", state: "processing" }, { id: "pho_3", state: "failed" }, photo({})],
      false,
    )
    expect([found.read, found.waiting]).toEqual([1, 2])
    expect(summaryOf([], false)).toMatchObject({ read: 0, waiting: 0, located: 0, placeable: false })
  })

  it("does not say that the time is removed when readers get it", () => {
    const taken = [photo({ time: true }, { camera: { takenAt: "2026-05-06T07:08:09" } })]
    expect(summaryOf(taken, false).rest).toEqual(["time"])
    expect(summaryOf(taken, true).rest).toEqual([])
    expect(summaryOf([photo({ time: true })], true).rest).toEqual(["time"])
  })

  it("lists what of one file is removed, the place first", () => {
    const film = photo(
      { video: true, location: true, time: true },
      { camera: { takenAt: "2026-05-06T07:08:09" } },
    )
    expect(removedFrom(film, false)).toEqual(["location", "time", "video", "camera"])
    expect(removedFrom(film, true)).toEqual(["location", "video"])
    expect(removedFrom({}, true)).toEqual([])
  })
})
