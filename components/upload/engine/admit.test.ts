import { expect, it } from "vitest"
import { admit } from "./admit"

const limits = { photos: 10, photoBytes: 100 }
const jpeg = (name: string, bytes = 10) => {
  const content = new Uint8Array(bytes)
  content.set([0xff, 0xd8, 0xff])
  return new File([content], name)
}
const unreadable = (name: string) => {
  const file = jpeg(name)
  const part = new Blob()
  part.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"))
  file.slice = () => part
  return file
}

it("takes what can become a photo and names the kind by its bytes", async () => {
  const { admitted, refusals } = await admit([jpeg("a.png", 100)], () => 10, limits)
  expect(admitted).toMatchObject([{ contentType: "image/jpeg", stage: "queued", sent: 0 }])
  expect(refusals).toEqual([])
})

it("refuses each file for its own reason, and no other file with it", async () => {
  const files = [
    new File([], "nothing.jpg"),
    unreadable("folder"),
    jpeg("a.jpg"),
    jpeg("large.jpg", 101),
    new File(["%PDF-1.7"], "a.pdf"),
    new File(["text"], "a.txt"),
    jpeg("b.jpg"),
    jpeg("c.jpg"),
  ]
  const { admitted, refusals } = await admit(files, () => 2, limits)
  expect(admitted.map(({ file }) => file.name)).toEqual(["a.jpg", "b.jpg"])
  expect(refusals).toEqual([
    { name: "nothing.jpg", bytes: 0, reason: "empty" },
    { name: "folder", bytes: 10, reason: "unreadable" },
    { name: "large.jpg", bytes: 101, reason: "too_large" },
    { name: "a.pdf", bytes: 8, reason: "pdf" },
    { name: "a.txt", bytes: 4, reason: "other" },
    { name: "c.jpg", bytes: 10, reason: "too_many" },
  ])
})
