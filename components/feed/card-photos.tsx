import { Picture } from "@/components/photo/picture"
import { isExtreme, layoutRatio } from "@/components/photo/ratio"
import { cardShown, tileShown } from "@/components/photo/sizes"
import { Cover } from "@/components/post/cover"
import { isCovered } from "@/components/post/is-covered"
import { fill } from "@/components/post/words"
import type { HomePostView } from "@/core/feed/feed.schema"
import { Link } from "@/i18n/navigation"
import type { CardWords } from "./card-words"

type Props = { post: HomePostView; words: CardWords; priority?: "first" | "later" }
type Photo = HomePostView["photos"][number]

/** The photos of a card: one fills the column, two and three make a row, more make rows; on a phone they slide. */
export function CardPhotos({ post, words, priority }: Props) {
  const [first] = post.photos
  if (!first) return null
  if (!isCovered(post)) return <Hung post={post} words={words} priority={priority} />
  return (
    <Cover photo={first} warning={post.contentWarning ?? ""} show={words.show}>
      <Hung post={post} words={words} />
    </Cover>
  )
}

const shapeOf = (photo: Photo) => ({ "--r": layoutRatio(photo), "--c": photo.color }) as React.CSSProperties

function Hung({ post, words, priority }: Props) {
  const { photos, author } = post
  const several = photos.length > 1
  const hung = photos.map((photo, index) => (
    <Link
      key={photo.photoId}
      className={several ? "tile" : "post__photo"}
      href={`/p/${post.id}`}
      style={shapeOf(photo)}
    >
      <Picture
        picture={photo}
        alt={photo.altText || fill(words.undescribed, "name", author.name)}
        shown={several ? tileShown(layoutRatio(photo)) : cardShown(layoutRatio(photo))}
        priority={index === 0 ? priority : "later"}
        fit={isExtreme(photo) ? "contain" : "cover"}
      />
    </Link>
  ))
  if (!several) return hung
  // What scrolls must be reachable without a pointer; its links are.
  return (
    <section className={photos.length > 3 ? "strip strip--rows" : "strip"} aria-label={words.strip}>
      {hung}
    </section>
  )
}
