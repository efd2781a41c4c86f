import { Picture } from "@/components/photo/picture"
import type { SuggestionView } from "@/core/profile/profile.schema"

type Props = { photos: SuggestionView["photos"] }

const height = 40

/** Somebody's newest photos, small and whole; decoration beside the name. */
export function SuggestionPhotos({ photos }: Props) {
  return (
    <span className="thumbs" aria-hidden="true">
      {photos.map((photo) => {
        const width = Math.round((photo.width / photo.height) * height)
        return (
          <span key={photo.photoId} className="thumb thumb--s" style={{ background: photo.color, width }}>
            <Picture picture={photo} alt="" shown={{ sizes: `${width}px`, most: width }} />
          </span>
        )
      })}
    </span>
  )
}
