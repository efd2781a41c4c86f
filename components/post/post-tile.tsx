import { EyeOff, GalleryVerticalEnd } from "lucide-react"
import { Picture } from "@/components/photo/picture"
import { isExtreme, layoutRatio } from "@/components/photo/ratio"
import { tileShown } from "@/components/photo/sizes"
import { Avatar } from "@/components/ui/avatar"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"
import { isCovered } from "./is-covered"
import { fill, type TileWords } from "./words"

type Props = {
  post: PostView
  words: TileWords
  priority?: "first" | "later"
  /** On a profile the author is known. */
  showAuthor?: boolean
  /** What its address says besides. */
  query?: Record<string, string> | undefined
  /** Where it leads: to its own page, unless it is seen through a link. */
  path?: string
}

/** A post in the grid: its first photo, one link whose name is the alt text, or what it is covered for. */
export function PostTile({ post, words, priority, showAuthor = true, query, path }: Props) {
  const { author, photos } = post
  const [photo] = photos
  if (!photo) return null
  const ratio = layoutRatio(photo)
  const covered = isCovered(post)
  return (
    <Link
      className={covered ? "tile tile--covered" : "tile"}
      href={{ pathname: path ?? `/p/${post.id}`, query: query ?? "" }}
      style={{ "--r": ratio, "--c": photo.color } as React.CSSProperties}
    >
      {covered ? (
        <span className="tile__covered">
          <EyeOff className="i" aria-hidden="true" />
          <span>{post.contentWarning}</span>
        </span>
      ) : (
        <Picture
          picture={photo}
          alt={photo.altText || fill(words.undescribed, "name", author.name)}
          shown={tileShown(ratio)}
          priority={priority}
          fit={isExtreme(photo) ? "contain" : "cover"}
        />
      )}
      {photos.length > 1 && (
        <span className="tile__count">
          <GalleryVerticalEnd className="i i--sm" aria-hidden="true" />
          <span aria-hidden="true">{photos.length}</span>
          <span className="vh">{fill(words.count, "count", photos.length)}</span>
        </span>
      )}
      {showAuthor && (
        <span className="tile__meta" aria-hidden="true">
          <Avatar person={author} size="xs" />
          <span className="cut">{author.name}</span>
        </span>
      )}
    </Link>
  )
}
