import { describe, expect, it } from "vitest"
import { disclosed } from "./disclosure"

const photo = {
  camera: { make: "Canon", model: "Canon EOS 5D", takenAt: "2026-05-06T07:08:09+09:00" },
  location: { latitude: 54.601234567, longitude: -3.134567891 },
}

describe("what a photo tells the readers of its post", () => {
  it("is nothing, unless its author chose", () => {
    expect(disclosed(photo, { showCamera: false, location: "off" })).toEqual({})
    expect(disclosed({}, { showCamera: true, location: "town" })).toEqual({})
  })

  it("is the camera without the zone of its clock, or the place, or both", () => {
    const camera = { ...photo.camera, takenAt: "2026-05-06T07:08:09" }
    const place = { latitude: 54.6, longitude: -3.1, kilometres: 10 }
    expect(disclosed(photo, { showCamera: true, location: "off" })).toEqual({ camera })
    expect(disclosed(photo, { showCamera: false, location: "region" })).toEqual({ place })
    expect(disclosed(photo, { showCamera: true, location: "region" })).toEqual({ camera, place })
    for (const takenAt of ["2026-05-06T07:08:09", "2026-05-06T07:08:09Z", "2026-05-06T07:08:09-11:00"]) {
      expect(disclosed({ camera: { takenAt } }, { showCamera: true, location: "off" })).toEqual({
        camera: { takenAt: "2026-05-06T07:08:09" },
      })
    }
    expect(disclosed({ camera: { make: "Canon" } }, { showCamera: true, location: "off" })).toEqual({
      camera: { make: "Canon" },
    })
  })
})
