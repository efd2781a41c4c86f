import { ArrowLeft, Download } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { downloadOf } from "@/components/photo/download"
import { Caption } from "@/components/post/caption"
import { LicenseFact } from "@/components/post/license-fact"
import { PostAuthor } from "@/components/post/post-author"
import { PostFacts } from "@/components/post/post-facts"
import { PostPhotos } from "@/components/post/post-photos"
import type { LinkedPost as Linked } from "@/core/share/share.schema"
import { Link } from "@/i18n/navigation"
import { asPost } from "./as-post"

type Props = {
  post: Linked
  noDownload: boolean
  /** The album that it was opened from. */
  back?: { href: { pathname: string; query: Record<string, string> | "" }; title: string }
  /** What guests say below. */
  children?: ReactNode
}

/** A post as a link shows it. */
export function LinkedPost({ post: linked, noDownload, back, children }: Props) {
  const t = useTranslations("share")
  const post = asPost(linked)
  return (
    <>
      <PostPhotos post={post} signedIn={false} downloads={!noDownload} />
      <aside className="stage__aside">
        {back && (
          <Link className="row muted" href={back.href}>
            <ArrowLeft className="i i--sm" aria-hidden="true" />
            <span className="cut">{back.title}</span>
          </Link>
        )}
        <div className="flex min-h-14 items-center gap-3">
          <PostAuthor post={post} tie={null} />
        </div>
        {linked.guest && (
          <p className="faint" dir="auto">
            {t("byGuest", { name: linked.guest })}
          </p>
        )}
        <Caption text={post.caption} />
        <hr className="rule" />
        <PostFacts photos={post.photos} />
        <LicenseFact license={post.license} />
        {!noDownload && (
          <div className="row row--wrap">
            {post.photos.map((photo, index) => (
              <a key={photo.photoId} className="btn btn--line" href={downloadOf(photo)} download>
                <Download className="i i--sm" aria-hidden="true" />
                {t("download", { number: index + 1, count: post.photos.length })}
              </a>
            ))}
          </div>
        )}
        {children}
      </aside>
    </>
  )
}
