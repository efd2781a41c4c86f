import { boxes, inBox } from "./boxes"

const PNG_SIGNATURE = 8
const FULL_BOX = 4

/** Numbers of ITU-T H.273 for a colour space: its primaries and its transfer. */
export type CodingPoints = readonly [primaries: number, transfer: number]

/** The colour space that a PNG, AVIF or HEIC declares in numbers, where it does. Never throws. */
export function codingPoints(bytes: Buffer): CodingPoints | undefined {
  try {
    return bytes.toString("latin1", 4, 8) === "ftyp" ? ofHeif(bytes) : ofPng(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function ofPng(png: Buffer): CodingPoints | undefined {
  if (png.toString("latin1", 1, 4) !== "PNG") return undefined
  for (let at = PNG_SIGNATURE; at + 10 <= png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString("latin1", at + 4, at + 8)
    if (type === "cICP") return [png.readUInt8(at + 8), png.readUInt8(at + 9)]
    if (type === "IDAT") return undefined
  }
  return undefined
}

/** Among the properties of the primary item, the one that says its colours in numbers. */
function ofHeif(file: Buffer): CodingPoints | undefined {
  const meta = boxes(inBox(boxes(file), "meta").subarray(FULL_BOX))
  const properties = boxes(inBox(meta, "iprp"))
  const all = boxes(inBox(properties, "ipco"))
  const colour = propertiesOf(primaryItem(inBox(meta, "pitm")), inBox(properties, "ipma"))
    .map((index) => all[index - 1])
    .find((box) => box?.type === "colr" && box.body.toString("latin1", 0, 4) === "nclx")
  return colour && [colour.body.readUInt16BE(4), colour.body.readUInt16BE(6)]
}

const primaryItem = (pitm: Buffer) =>
  pitm.readUInt8(0) === 0 ? pitm.readUInt16BE(FULL_BOX) : pitm.readUInt32BE(FULL_BOX)

/** The properties of an item, counted from 1. */
function propertiesOf(item: number, ipma: Buffer): number[] {
  const [wideItems, wideIndexes] = [ipma.readUInt8(0) > 0, (ipma.readUInt8(3) & 1) === 1]
  const entries = ipma.readUInt32BE(FULL_BOX)
  let at = FULL_BOX + 4
  for (let entry = 0; entry < entries; entry++) {
    const id = wideItems ? ipma.readUInt32BE(at) : ipma.readUInt16BE(at)
    at += wideItems ? 4 : 2
    const first = at + 1
    const count = ipma.readUInt8(at)
    at = first + count * (wideIndexes ? 2 : 1)
    if (id !== item) continue
    // The highest bit says that a reader has to know the property.
    return Array.from({ length: count }, (_, i) =>
      wideIndexes ? ipma.readUInt16BE(first + 2 * i) & 0x7fff : ipma.readUInt8(first + i) & 0x7f,
    )
  }
  return []
}
