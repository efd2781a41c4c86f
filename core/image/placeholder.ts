import { rgbaToThumbHash } from "thumbhash"
import { asSrgb, type Pixels } from "./pixels"

/** What is shown until a variant has loaded: the average colour, "#rrggbb", and a thumbhash in base64. */
export type Placeholder = { color: string; thumbhash: string }

/** The largest side that the thumbhash algorithm takes. */
const THUMB = 100

/** Both values are in sRGB whatever the picture is in: browsers read them so. */
export async function placeholder(pixels: Pixels): Promise<Placeholder> {
  const picture = await asSrgb(pixels)
  const { data, info } = await picture
    .clone()
    .resize({ width: THUMB, height: THUMB, fit: "inside", withoutEnlargement: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { data: average } = await picture
    .clone()
    .resize(1, 1, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    color: `#${average.toString("hex")}`,
    thumbhash: Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64"),
  }
}
