import { expect, it } from "vitest"
import { fileKind } from "./file-kind"

const head = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it.each([
  ["jpeg", "\xff\xd8\xff\xe1", "a.jpg"],
  ["png", "\x89PNG\r\n\x1a\n", "a.png"],
  ["gif", "GIF89a", "a.gif"],
  ["webp", "RIFF\0\0\0\0WEBPVP8 ", "a.webp"],
  ["avif", "\0\0\0\x20ftypavif", "a.avif"],
  ["avif", "\0\0\0\x1cftypmif1\0\0\0\0mif1avif", "a.avif"],
  ["heic", "\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.heic"],
  ["heic", "\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "a.heic"],
  ["video", "\0\0\0\x18ftypqt  ", "a.mov"],
  ["video", "\0\0\0\x18ftypisom", "a.mp4"],
  ["video", "RIFF\0\0\0\0AVI LIST", "a.avi"],
  ["raw", "\0\0\0\x18ftypcrx ", "a.cr3"],
  ["raw", "II*\0\x08\0\0\0", "DSC_0001.NEF"],
  ["raw", "FUJIFILMCCD-RAW 0201", "a.raf"],
  ["tiff", "MM\0*\0\0\0\x08", "scan.tif"],
  ["pdf", "%PDF-1.7", "a.pdf"],
  ["svg", '<?xml version="1.0"?>\n<svg xmlns="x">', "a.svg"],
  ["other", "hello", "notes.txt"],
  ["other", "", "empty.jpg"],
])("recognises %s", (kind, bytes, name) => {
  expect(fileKind(head(bytes), name)).toBe(kind)
})

it("goes by the bytes, not by the name", () => {
  expect(fileKind(head("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "IMG_1.jpg")).toBe("heic")
  expect(fileKind(head("\xff\xd8\xff\xe1"), "clip.mov")).toBe("jpeg")
})
