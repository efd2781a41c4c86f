import { expect, it } from "vitest"
import { keyOfSidecar, originalOf, sidecarKeysOf } from "./sidecar"

const finds = (photo: string, sidecar: string) => {
  const key = keyOfSidecar(sidecar)
  return key !== undefined && [...sidecarKeysOf(photo)].includes(key)
}

it.each([
  ["IMG_1.jpg", "IMG_1.jpg.json"],
  ["IMG_1.jpg", "IMG_1.jpg.supplemental-metadata.json"],
  ["IMG_1.jpg", "IMG_1.jpg.supplemental-metad.json"],
  ["PXL_20230803_011424580.MP.jpg", "PXL_20230803_011424580.MP.jpg.supplemental-met.json"],
  ["IMG(1).jpg", "IMG.jpg.supplemental-metadata(1).json"],
  ["IMG(1).jpg", "IMG.jpg(1).json"],
  ["IMG(1).jpg", "IMG(1).jpg.json"],
  ["IMG-edited.jpg", "IMG.jpg.supplemental-metadata.json"],
  ["IMG-edited(2).jpg", "IMG.jpg.supplemental-metadata(2).json"],
  ["IMG-編集済み.jpg", "IMG.jpg.json"],
  [
    "123456789123456789123456789123456789_DSCN0091_long.JPG",
    "123456789123456789123456789123456789_DSCN0091_.json",
  ],
  ["12345678912345678912345678912345_DSCN0098.JPG", "12345678912345678912345678912345_DSCN0098.JPG.s.json"],
  ["12345678912345678912345678912345_DSCN0098.JPG", "12345678912345678912345678912345_DSCN0098.JPG..json"],
])("the words about %s are in %s", (photo, sidecar) => {
  expect(finds(photo, sidecar)).toBe(true)
})

it.each([
  ["IMG_1.jpg", "IMG_11.jpg.json"],
  ["IMG_1.jpg", "IMG_1.jpg.supplemental-metadata(1).json"],
  ["IMG(1).jpg", "IMG.jpg.supplemental-metadata.json"],
  ["IMG(1).jpg", "IMG.jpg.supplemental-metadata(2).json"],
  ["IMG_1.jpg", "metadata.json"],
  ["IMG_1.jpg", "IMG_1.png.json"],
])("those about %s are not in %s", (photo, sidecar) => {
  expect(finds(photo, sidecar)).toBe(false)
})

it("an edited photo is known by its name", () => {
  expect(originalOf("IMG-edited.jpg")).toBe("IMG.jpg")
  expect(originalOf("IMG-bearbeitet(1).HEIC")).toBe("IMG(1).HEIC")
  expect(originalOf("un-edited-photo.jpg")).toBeUndefined()
})
