import type { PictureView } from "@/core/photo/photo.schema"

/** Where the largest variant of a picture is to be had as a file: the checked address, for everybody who sees it. */
export function downloadOf({ photoId, variants }: Pick<PictureView, "photoId" | "variants">): string {
  const largest = variants
    .filter(({ type }) => type === "image/avif")
    .reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a))
  const [path = "", query = ""] = largest.url.split("?")
  const name = /\d+\.\w+$/.exec(path)?.[0]
  // Where it is seen through a link, the file is too.
  return `/api/media/${photoId}/${name}?download=1${query && `&${query}`}`
}

/** Where its owner gets the very file that they sent. */
export const originalOf = (photoId: string) => `/api/media/${photoId}/original`
