import type { CSSProperties } from "react"
import { Picture } from "@/components/photo/picture"
import type { PictureView } from "@/core/photo/photo.schema"

const most = { width: 64, height: 56 }

/** A small photo, whole, in the space that it will have. */
export function Thumb({ picture }: { picture: PictureView }) {
  const { width, height, color } = picture
  const scale = Math.min(most.width / width, most.height / height)
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  return (
    <span className="thumb" aria-hidden="true">
      <span className="thumb__photo" style={{ "--c": color, width: w, height: h } as CSSProperties}>
        <Picture picture={picture} alt="" shown={{ sizes: `${w}px`, most: w }} />
      </span>
    </span>
  )
}
