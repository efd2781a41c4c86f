import sharp from "sharp"
import type { Output } from "../outputs"
import type { Made, Way } from "./way"

/** What the library's first page shows. The quality is its default, unless given. */
export function encodeNaively(photo: Buffer, { size, format }: Output, quality?: number): Promise<Buffer> {
  const picture = sharp(photo)
    .autoOrient()
    .resize({ width: size, height: size, fit: "inside", withoutEnlargement: true })
  const options = quality === undefined ? {} : { quality }
  if (format === "avif") return picture.avif(options).toBuffer()
  if (format === "webp") return picture.webp(options).toBuffer()
  return picture.jpeg(options).toBuffer()
}

/** Each file from the original, one after the other. */
export const naiveWay =
  (outputsFor: (longest: number) => Output[]): Way =>
  async (photo) => {
    const { width, height } = await sharp(photo).metadata()
    const made: Made[] = []
    for (const output of outputsFor(Math.max(width, height)))
      made.push({ ...output, bytes: await encodeNaively(photo, output) })
    return made
  }
