import { Acts } from "@/components/post/acts"
import { Caption } from "@/components/post/caption"
import { fill } from "@/components/post/words"
import { Avatar } from "@/components/ui/avatar"
import { timeAgo } from "@/components/ui/time-ago"
import type { HomePostView } from "@/core/feed/feed.schema"
import { Link } from "@/i18n/navigation"
import { CardPhotos } from "./card-photos"
import type { CardWords } from "./card-words"

type Props = {
  post: HomePostView
  words: CardWords
  locale: "en" | "ja"
  /** In milliseconds. */
  now: number
  priority?: "first" | "later"
}

/** A post in the home feed: who, the photo, the words. It has no translator, for it is also made in the browser. */
export function PostCard({ post, words, locale, now, priority }: Props) {
  const { author, photos, visibility, tag } = post
  const profile = `/u/${author.handle}`
  return (
    <article className="card" aria-label={fill(words.postOf, "name", author.name)}>
      <div className="post__head">
        <Link href={profile} tabIndex={-1} aria-hidden="true">
          <Avatar person={author} />
        </Link>
        <div className="min-w-0">
          <Link className="med post__author" href={profile}>
            {author.name}
          </Link>
          <div className="faint xs post__facts">
            <Link href={`/p/${post.id}`}>
              <time dateTime={post.createdAt}>{timeAgo(post.createdAt, now, locale)}</time>
            </Link>
            {photos.length > 1 && <span>{fill(words.count, "count", photos.length)}</span>}
            {visibility !== "public" && <span>{words[visibility]}</span>}
            {tag && <Link href={`/t/${encodeURIComponent(tag)}`}>#{tag}</Link>}
          </div>
        </div>
      </div>
      <CardPhotos post={post} words={words} priority={priority} />
      <div className="post__foot">
        <Acts post={post} signedIn words={words.acts} />
        <Caption text={post.caption} />
      </div>
    </article>
  )
}
