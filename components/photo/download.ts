import type { PictureView } from "@/core/photo/photo.schema"

/** Where the largest variant of a picture is to be had as a file: the checked address, for everybody who sees it. */
export function downloadOf({ photoId, variants }: Pick<PictureView, "photoId" | "variants">): string {
  const largest = variants
    .filter(({ type }) => type === "image/avif")
    .reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a))
  const name = /\d+\.\w+$/.exec(largest.url)?.[0]
  return `/api/media/${photoId}/${name}?download=1`
}

/** Where its owner gets the very file that they sent. */
export const originalOf = (photoId: string) => `/api/media/${photoId}/original`
