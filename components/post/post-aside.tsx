import { useLocale, useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import type { PostView } from "@/core/post/post.schema"
import { getPathname, Link } from "@/i18n/navigation"
import { Caption } from "./caption"
import { PostMenu } from "./post-menu"
import { PostTime } from "./post-time"
import { VisibilityBadge } from "./visibility-badge"

type Props = { post: PostView; siteUrl: string }

/** What stands beside the photo: who, when, and what they wrote. */
export function PostAside({ post, siteUrl }: Props) {
  const t = useTranslations("post")
  const locale = useLocale()
  const { author } = post
  const profile = `/u/${author.handle}`
  return (
    <aside className="stage__aside">
      <div className="flex min-h-14 items-center gap-3">
        <Link href={profile} tabIndex={-1} aria-hidden="true">
          <Avatar name={author.name} id={author.id} />
        </Link>
        <div className="grow">
          <Link className="post__author med cut" href={profile}>
            {author.name}
          </Link>
          <div className="faint xs cut">
            @{author.handle} · <PostTime at={post.createdAt} />
          </div>
        </div>
        {post.viewer.own && (
          <PostMenu
            postId={post.id}
            url={siteUrl + getPathname({ href: `/p/${post.id}`, locale })}
            after={profile}
            words={{
              menu: t("menu"),
              copy: t("copy"),
              copied: t("copied"),
              copyFailed: t("copyFailed"),
              delete: t("delete"),
              deleteTitle: t("deleteTitle"),
              deleteText: t("deleteText", { photos: post.photos.length }),
              keep: t("keep"),
              deleted: t("deleted"),
              unreachable: t("unreachable"),
            }}
          />
        )}
      </div>
      <Caption text={post.caption} />
      <VisibilityBadge visibility={post.visibility} />
    </aside>
  )
}
