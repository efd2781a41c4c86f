import { asSrgb, type Pixels } from "./pixels"

const side = 8

/**
 * How a picture looks, in 64 bits that stay nearly the same when it is scaled, encoded anew or slightly changed: for each
 * of 8 × 8 places of the picture in grey, whether it grows lighter to the right. N. Krawetz, "Kind of Like That",
 * hackerfactor.com/blog/index.php?/archives/529-Kind-of-Like-That.html (2013).
 * @returns 16 hex digits
 */
export async function dhash(pixels: Pixels): Promise<string> {
  const picture = await asSrgb(pixels)
  const { data, info } = await picture
    .clone()
    .flatten({ background: "#fff" })
    .greyscale()
    .resize(side + 1, side, { fit: "fill" })
    .raw()
    .toBuffer({ resolveWithObject: true })
  let bits = 0n
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (y * (side + 1) + x) * info.channels
      const isLighter = (data[at + info.channels] ?? 0) > (data[at] ?? 0)
      bits = (bits << 1n) | (isLighter ? 1n : 0n)
    }
  }
  return bits.toString(16).padStart(16, "0")
}
