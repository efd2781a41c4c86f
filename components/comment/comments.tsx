import { useLocale, useTranslations } from "next-intl"
import type { Viewer } from "@/components/layout/viewer"
import type { CommentView } from "@/core/comment/comment.schema"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { Link } from "@/i18n/navigation"
import { Thread } from "./thread"
import { type CommentWords, commentWordKeys } from "./words"

type Props = { post: PostView; comments: Page<CommentView>; viewer: Viewer }

/** What people say about a post, and the way to say something oneself. */
export function Comments({ post, comments, viewer }: Props) {
  const t = useTranslations("comment")
  const locale = useLocale() as "en" | "ja"
  const gaps = { name: "{name}", count: "{count}", when: "{when}" }
  const words = Object.fromEntries(commentWordKeys.map((key) => [key, t(key, gaps)])) as CommentWords
  return (
    <section className="stack stack--16 comments" id="comments" aria-labelledby="comments-title">
      <h2 className="h-sec" id="comments-title">
        {t("comments")}{" "}
        {post.counts.comments > 0 && <span className="faint num font-normal">{post.counts.comments}</span>}
      </h2>
      <Thread
        postId={post.id}
        first={comments}
        open={post.commentsAllowed}
        me={viewer && { id: viewer.id, name: viewer.name, handle: viewer.handle, avatar: viewer.avatar }}
        locale={locale}
        now={Date.now()}
        words={words}
      />
      {!post.commentsAllowed && <p className="faint">{t(post.viewer.own ? "closedOwn" : "closed")}</p>}
      {post.commentsAllowed && !viewer && (
        <p className="muted">
          {t.rich("signIn", {
            link: (text) => (
              <Link className="link" href={{ pathname: "/signin", query: { next: `/p/${post.id}` } }}>
                {text}
              </Link>
            ),
          })}
        </p>
      )}
    </section>
  )
}
