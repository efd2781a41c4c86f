import { expect, it } from "vitest"
import { cameraName } from "./camera-name"

it.each([
  [{ make: "Canon", model: "Canon EOS 5D" }, "Canon EOS 5D"],
  [{ make: "NIKON CORPORATION", model: "NIKON D750" }, "NIKON D750"],
  [{ make: "FUJIFILM", model: "X-T5" }, "FUJIFILM X-T5"],
  [{ make: "OLYMPUS IMAGING CORP.", model: "E-M1" }, "OLYMPUS IMAGING CORP. E-M1"],
  [{ make: "Apple" }, "Apple"],
  [{ model: "Pixel 9" }, "Pixel 9"],
  [{}, undefined],
])("%j is called %s", (camera, name) => {
  expect(cameraName(camera)).toBe(name)
})
