import type { PhotoReason, PhotoState, PictureView } from "@/core/photo/photo.schema"
import type { License, LocationChoice, Visibility } from "@/core/post/post.schema"

export type EditedPhoto = {
  photoId: string
  altText: string
  /** Once it is ready. */
  picture?: PictureView
  state: PhotoState
  reason?: PhotoReason
}

/** What may be changed of a post or a draft. */
export type Content = {
  photos: readonly EditedPhoto[]
  caption: string
  visibility: Visibility
  commentsAllowed: boolean
  license: License
  contentWarning: string
  showCamera: boolean
  location: LocationChoice
}

type Words = Omit<Content, "photos">
type Changes = Partial<Words> & { photos?: { photoId: string; altText: string }[] }

/** What differs, as the API takes it: what somebody changes elsewhere meanwhile stays. */
export function changesOf(before: Content, after: Content): Changes {
  const names = Object.keys(before).filter((name) => name !== "photos") as (keyof Words)[]
  const words: Partial<Words> = Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  )
  const photosOf = ({ photos }: Content) => photos.map(({ photoId, altText }) => ({ photoId, altText }))
  const same = JSON.stringify(photosOf(before)) === JSON.stringify(photosOf(after))
  return same ? words : { ...words, photos: photosOf(after) }
}

/** The photos in another order: the one at `from` goes to `to`. */
export function moved(photos: readonly EditedPhoto[], from: number, to: number): readonly EditedPhoto[] {
  const photo = photos[from]
  return photo ? photos.toSpliced(from, 1).toSpliced(to, 0, photo) : photos
}
