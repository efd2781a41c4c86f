import type { PictureView } from "@/core/photo/photo.schema"
import type { Shown } from "./sizes"
import { offered, srcSet } from "./srcset"

type Props = {
  picture: PictureView
  alt: string
  shown: Shown
  /** The largest variant offered, by its longer side; 2048 is for the lightbox alone. */
  largest?: 1280 | 2048
  /** `first` is wanted at once; everything else waits until it is near. */
  priority?: "first" | "later"
  fit?: "cover" | "contain"
}

/** A photo in AVIF with JPEG behind it, in the width that its place needs. The place reserves the space. */
export function Picture({ picture, alt, shown, largest = 1280, priority = "later", fit = "cover" }: Props) {
  const { variants, width, height } = picture
  const avif = offered(variants, { type: "image/avif", largest, most: shown.most })
  const jpeg = offered(variants, { type: "image/jpeg", largest, most: shown.most })
  const first = priority === "first"
  return (
    <picture>
      {avif.length > 0 && <source type="image/avif" srcSet={srcSet(avif)} sizes={shown.sizes} />}
      <img
        src={(jpeg.at(-1) ?? variants.at(-1))?.url}
        srcSet={srcSet(jpeg) || undefined}
        sizes={shown.sizes}
        width={width}
        height={height}
        alt={alt}
        loading={first ? "eager" : "lazy"}
        fetchPriority={first ? "high" : undefined}
        decoding={first ? undefined : "async"}
        className={fit === "contain" ? "object-contain" : undefined}
      />
    </picture>
  )
}
