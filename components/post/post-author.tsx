import { useTranslations } from "next-intl"
import { FollowButton } from "@/components/people/follow-button"
import { useFollowWords } from "@/components/people/words"
import { Avatar } from "@/components/ui/avatar"
import type { TieView } from "@/core/follow/follow.schema"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"
import { EditedMark } from "./edited-mark"
import { PostTime } from "./post-time"

type Props = {
  post: PostView
  /** How the author stands to the reader; null for visitors. */
  tie: TieView | null
  /** What the links to the author say besides. */
  query?: Record<string, string> | undefined
}

/** Who posted it and when, and the way to follow them for members who do not yet. */
export function PostAuthor({ post, tie, query }: Props) {
  const t = useTranslations("post")
  const followWords = useFollowWords()
  const { author } = post
  const profile = { pathname: `/u/${author.handle}`, query }
  return (
    <>
      <Link href={profile} tabIndex={-1} aria-hidden="true">
        <Avatar person={author} />
      </Link>
      <div className="grow">
        <Link className="post__author med cut" href={profile}>
          {author.name}
        </Link>
        <div className="faint xs cut">
          @{author.handle} · <PostTime at={post.createdAt} />
          {post.editedAt && (
            <>
              {" · "}
              <EditedMark
                postId={post.id}
                edited={t("edited")}
                words={{
                  title: t("history.title"),
                  none: t("history.none"),
                  empty: t("history.empty"),
                  until: t("history.until", { date: "{date}" }),
                  more: t("history.more"),
                  failed: t("history.failed"),
                  again: t("history.again"),
                  close: t("history.close"),
                }}
              />
            </>
          )}
        </div>
      </div>
      {tie && !tie.own && !tie.follows && (
        // Whoever sees a post of a private account follows it: this one is none.
        <FollowButton person={{ ...author, private: false, viewer: tie }} words={followWords} small />
      )}
    </>
  )
}
