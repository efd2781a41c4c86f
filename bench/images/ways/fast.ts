import { decode, readHeader } from "../../../core/image/decode"
import { placeholder } from "../../../core/image/placeholder"
import { avifSettings, encodeAll, fitInside, LARGEST, SMALLEST } from "../../../core/image/variants"
import type { Way } from "./way"

const quickest = (size: keyof typeof avifSettings) => ({ ...avifSettings[size], effort: 0 })
const settings = { 320: quickest(320), 640: quickest(640), 1280: quickest(1280), 2048: quickest(2048) }

/** The product with every AVIF at the least effort: what a first of two passes would do. */
export const make: Way = async (photo) => {
  const top = await decode(photo, await readHeader(photo), LARGEST)
  const variants = await encodeAll(top, settings)
  await placeholder(await fitInside(top, SMALLEST))
  return variants
}
