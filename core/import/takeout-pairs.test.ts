import { expect, it } from "vitest"
import { plannedOf } from "../../testing/plan"
import { takeoutArchive } from "../../testing/takeout"
import { takeout } from "./takeout"

/** What becomes of the things of an album, or of folders where they are named. */
async function becomes(...names: string[]) {
  const shots = names.map((name) => ({
    path: name.includes("/") ? name : `Sea/${name}`,
    bytes: Buffer.from(name.slice(name.indexOf("/") + 1)),
  }))
  const { planned } = await plannedOf(takeout, [takeoutArchive(shots)])
  const named = (path: string) => path.slice(path.lastIndexOf("/") + 1)
  return planned.map((one) => {
    if (one.kind === "post") return one.photos.map(({ entry }) => named(entry.path)).join(" ← ")
    return one.kind === "skip" ? `${named(one.path)}: ${one.reason}` : one.path
  })
}

it("films are told from the moving parts of photos", async () => {
  expect(await becomes("IMG_1.HEIC", "IMG_1.MP4", "PXL_2.MP", "PXL_2.MP.jpg", "MOV_3.mp4", "a.pdf")).toEqual([
    "IMG_1.HEIC",
    "IMG_1.MP4: live_photo",
    "MOV_3.mp4: video",
    "PXL_2.MP: live_photo",
    "PXL_2.MP.jpg",
    "a.pdf: not_a_photo",
  ])
})

it("a photo is in the post of the edited one, and a film of that name takes none away", async () => {
  expect(await becomes("a-edited.jpg", "a.jpg", "b-edited.mp4", "b.jpg")).toEqual([
    "a-edited.jpg ← a.jpg",
    "b-edited.mp4: video",
    "b.jpg",
  ])
})

it("the photo that an edited one was made of may have another ending", async () => {
  const pairs = ["IMG_1-edited.jpg", "IMG_1.HEIC", "IMG_2(編集済み).jpg", "IMG_2.HEIC", "IMG_3(1).HEIC"]
  expect(
    await becomes(...pairs, "IMG_3-edited(1).jpg", "IMG_4-edited.jpg", "IMG_4.HEIC", "IMG_4.jpg"),
  ).toEqual([
    "IMG_1-edited.jpg ← IMG_1.HEIC",
    "IMG_2(編集済み).jpg ← IMG_2.HEIC",
    "IMG_3-edited(1).jpg ← IMG_3(1).HEIC",
    "IMG_4-edited.jpg ← IMG_4.jpg",
    "IMG_4.HEIC",
  ])
})

it("a photo that two were made of is in the post of the first", async () => {
  expect(await becomes("a-edited.jpg", "a-編集済み.jpg", "a.jpg")).toEqual([
    "a-edited.jpg ← a.jpg",
    "a-編集済み.jpg",
  ])
})

it("an edited one that is here twice takes none away", async () => {
  const year = ["Photos from 2019/a-edited.jpg", "Photos from 2019/b.jpg"]
  expect(await becomes(...year, "a-edited.jpg", "a.jpg", "b-edited.jpg", "b.jpg")).toEqual([
    "a-edited.jpg",
    "b.jpg",
    "a-edited.jpg: in_archive_twice",
    "a.jpg",
    "b.jpg: in_archive_twice",
    "b-edited.jpg",
  ])
})

it("a folder of twenty thousand names is planned while one waits", async () => {
  const numbers = Array.from({ length: 5000 }, (_, i) => String(i).padStart(5, "0"))
  const names = ["-edited.jpg", ".MP4", ".jpg", ".mov.mp4"]
  const made = await becomes(...numbers.flatMap((number) => names.map((ending) => number + ending)))
  expect(made).toHaveLength(15_000)
  expect(made.slice(-3)).toEqual([
    "04999-edited.jpg ← 04999.jpg",
    "04999.MP4: live_photo",
    "04999.mov.mp4: video",
  ])
}, 20_000)
