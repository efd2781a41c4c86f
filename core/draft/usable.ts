import { AppError } from "../error"
import { Photo } from "../photo"
import { isFailed } from "./view"

/** @returns the rows of photos that can be put into a post. @throws AppError as publishing does */
export async function usable(
  userId: string,
  wanted: readonly { photoId: string }[],
): Promise<Photo.PhotoRow[]> {
  const photos = await Photo.rows(wanted.map(({ photoId }) => photoId))
  if (photos.length < wanted.length || photos.some((photo) => photo.userId !== userId)) {
    throw new AppError("not_found", { reason: "photo_not_found" })
  }
  if (!photos.every(Photo.isUnused)) throw new AppError("conflict", { reason: "photo_used" })
  if (photos.some(({ state }) => isFailed(state))) {
    throw new AppError("unprocessable", { reason: "photo_failed" })
  }
  return photos
}
