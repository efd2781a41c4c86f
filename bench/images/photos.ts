import { readdir } from "node:fs/promises"
import { join, parse } from "node:path"
import { fileURLToPath } from "node:url"
import sharp from "sharp"
import { mosaic } from "./mosaic"

export type Photo = { name: string; file: string; megapixels: number; longest: number }

type Camera = { megapixels: number; width: number; height: number; profile?: "p3" }

/** Sizes that cameras have. Phones write Display P3. */
const cameras: Camera[] = [
  { megapixels: 12, width: 4032, height: 3024 },
  { megapixels: 12, width: 4032, height: 3024, profile: "p3" },
  { megapixels: 16, width: 4608, height: 3456 },
  { megapixels: 27, width: 6368, height: 4240 },
  { megapixels: 48, width: 8064, height: 6048 },
]
const quickly = (camera: Camera) => !camera.profile && [12, 27].includes(camera.megapixels)

const demoPhotos = fileURLToPath(new URL("../../local/demo/photos", import.meta.url))

/** Makes the photos of the benchmark out of those of the demo. */
export async function makePhotos(folder: string, quick: boolean): Promise<Photo[]> {
  const photos: Photo[] = []
  for (const { megapixels, width, height, profile } of cameras.filter(
    (camera) => !quick || quickly(camera),
  )) {
    const file = join(folder, `${megapixels}${profile ?? ""}.jpg`)
    const picture = await mosaic(demoPhotos, width, height)
    if (profile) picture.withIccProfile(profile)
    // As cameras do: one pass, standard tables, half the resolution for colour.
    await picture.jpeg({ quality: 92, chromaSubsampling: "4:2:0", optimiseCoding: false }).toFile(file)
    photos.push(await photoOf(file, `${megapixels} MP${profile ? ", Display P3" : ""}`))
  }
  return photos
}

/** The reader's own photos: every JPEG of a folder. @throws when there is none */
export async function ownPhotos(folder: string): Promise<Photo[]> {
  const names = (await readdir(folder)).filter((name) => /\.jpe?g$/i.test(name)).sort()
  if (names.length === 0) throw new Error(`There is no JPEG in ${folder}.`)
  return Promise.all(names.map((name) => photoOf(join(folder, name), parse(name).name)))
}

export async function photoOf(file: string, name: string): Promise<Photo> {
  const { width, height } = await sharp(file).metadata()
  return { name, file, megapixels: (width * height) / 1e6, longest: Math.max(width, height) }
}
