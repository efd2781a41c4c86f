import sharp from "sharp"
import type { Way } from "./way"

/** The floor: every pixel of the original decoded once, and nothing done with it. */
export const make: Way = async (photo) => {
  await sharp(photo).raw().toBuffer()
  return []
}
