import { describe, expect, it } from "vitest"
import { exifBlock } from "./fixtures/exif"
import { plain, RED } from "./fixtures/pictures"
import { sniff } from "./sniff"

const bytes = (latin1: string) => Buffer.from(latin1, "latin1")
const box = (major: string, ...compatible: string[]) => {
  const length = String.fromCharCode(16 + 4 * compatible.length)
  return bytes(`\0\0\0${length}ftyp${major}\0\0\0\0${compatible.join("")}`)
}

describe("sniff", () => {
  it.each(["jpeg", "png", "webp", "gif", "avif"] as const)("knows a real %s", async (format) => {
    expect(sniff(await plain(RED).toFormat(format).toBuffer())).toBe(format)
  })

  it.each([
    ["heic", box("heic", "mif1", "heic")],
    ["heic", box("mif1", "mif1", "heic")],
    ["avif", box("mif1", "mif1", "avif")],
    ["avif", box("avis", "avis")],
    ["unknown", box("mif1", "mif1")],
    ["video", box("isom", "isom", "avc1")],
    ["video", box("qt  ")],
    ["video", bytes("\0\0\0\x08wide\0\0\0\0mdat")],
    ["video", bytes("\x1aE\xdf\xa3\x01\0\0\0")],
    ["video", bytes("RIFF\0\0\0\0AVI LIST")],
    ["unknown", bytes("RIFF\0\0\0\0WAVEfmt ")],
    ["raw", box("crx ")],
    ["raw", bytes("II*\0\x10\0\0\0CR\x02\0")],
    ["raw", bytes("FUJIFILMCCD-RAW 0201")],
    ["raw", exifBlock({ image: { 271: "NIKON CORPORATION", 330: 200 } })],
    ["raw", exifBlock({ image: { 50706: "\x01\x04" } })],
    ["tiff", exifBlock({ image: { 271: "A scanner" } })],
    ["tiff", bytes("MM\0*\0\0\0\x08")],
    ["tiff", bytes("II*\0\xff\xff\xff\xff")],
    ["pdf", bytes("%PDF-1.7\n")],
    ["svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["svg", bytes('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg:svg>')],
    ["unknown", bytes("<html><body>a picture</body></html>")],
    ["unknown", bytes("GIF88a")],
    ["unknown", bytes("\xff\xd8")],
    ["unknown", bytes("")],
  ] as const)("says %s, case %#", (kind, head) => {
    expect(sniff(head)).toBe(kind)
  })

  it("reads a view into a larger buffer at its own offset", () => {
    const whole = bytes("%PDF-1.7 GIF89a")
    expect(sniff(new Uint8Array(whole.buffer, whole.byteOffset + 9, 6))).toBe("gif")
  })
})
