import { useLocale, useMessages, useTranslations } from "next-intl"
import { Comments } from "@/components/comment/comments"
import type { Viewer } from "@/components/layout/viewer"
import { downloadOf } from "@/components/photo/download"
import type { AlbumsOfPost } from "@/core/album/album.schema"
import type { CommentView } from "@/core/comment/comment.schema"
import type { TieView } from "@/core/follow/follow.schema"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { getPathname } from "@/i18n/navigation"
import { Acts } from "./acts"
import { actsWords } from "./acts-words"
import { Caption } from "./caption"
import { embedHtml } from "./embed-html"
import { LicenseFact } from "./license-fact"
import { PostAlbums } from "./post-albums"
import { PostAuthor } from "./post-author"
import { PostFacts } from "./post-facts"
import { PostMenu } from "./post-menu"
import { VisibilityBadge } from "./visibility-badge"

type Props = {
  post: PostView
  siteUrl: string
  viewer: Viewer
  /** How the author stands to the reader. */
  tie: TieView
  /** The albums that it is in. */
  albums?: AlbumsOfPost["items"] | undefined
  /** The first comments. */
  comments: Page<CommentView>
  /** Whether keys work: not where one only looks. */
  keys?: boolean
  /** What the links to the author and the albums say besides. */
  query?: Record<string, string>
}

/** What stands beside the photo: who, when, what they wrote, and what they show of the photo besides. */
export function PostAside({ post, siteUrl, viewer, tie, albums = [], comments, keys = true, query }: Props) {
  const t = useTranslations("post")
  const locale = useLocale()
  const { receipt, album, share, api } = useMessages()
  const links = useTranslations("share")
  const albumWords = useTranslations("album")
  const { author, photos } = post
  const profile = `/u/${author.handle}`
  const url = siteUrl + getPathname({ href: `/p/${post.id}`, locale })
  return (
    <aside className="stage__aside">
      <div className="flex min-h-14 items-center gap-3">
        <PostAuthor post={post} tie={viewer && tie} query={query} />
        <PostMenu
          url={url}
          embed={
            post.audience === "public"
              ? embedHtml(post, {
                  url: `${siteUrl}/embed/${post.id}${locale === "en" ? "" : `?lang=${locale}`}`,
                  title: t("title", { count: photos.length, name: author.name }),
                })
              : undefined
          }
          downloads={photos.map(downloadOf)}
          words={{
            menu: t("menu"),
            copy: t("copy"),
            copied: t("copied"),
            copyFailed: t("copyFailed"),
            embed: t("embed"),
            embedCopied: t("embedCopied"),
            embedFailed: t("embedFailed"),
            download: t("download"),
            downloadOf: t("downloadOf", { number: "{number}" }),
          }}
          report={viewer && !post.viewer.own ? { href: `/report/${post.id}`, label: t("report") } : undefined}
          author={
            post.viewer.own
              ? {
                  postId: post.id,
                  after: profile,
                  edit: t("edit"),
                  viewAs: t("viewAs"),
                  words: {
                    delete: t("delete"),
                    deleteTitle: t("deleteTitle"),
                    deleteText: t("deleteText", { photos: photos.length }),
                    keep: t("keep"),
                    deleted: t("deleted"),
                    unreachable: t("unreachable"),
                  },
                  share: {
                    act: links("menu"),
                    words: { title: links("dialog.post"), close: links("dialog.close") },
                    messages: { share, api },
                  },
                  album: { title: albumWords("addTo"), messages: { album, api } },
                  ...(albums.length > 0 ? { leave: { title: albumWords("takeOutOf"), albums } } : {}),
                  receipt: {
                    title: t("receipt"),
                    messages: { receipt },
                    photos: photos.map(({ photoId, camera, place }) => ({
                      photoId,
                      shown: { camera: camera !== undefined, place },
                    })),
                  },
                }
              : undefined
          }
        />
      </div>
      {post.guest && (
        <p className="faint" dir="auto">
          {links("byGuest", { name: post.guest })}
        </p>
      )}
      <Caption text={post.caption} />
      <VisibilityBadge visibility={post.visibility} />
      <PostAlbums albums={albums} query={query} />
      <Acts post={post} signedIn={viewer !== null} words={actsWords(t)} keys={keys} />
      <hr className="rule" />
      <PostFacts photos={photos} />
      <LicenseFact license={post.license} />
      <Comments post={post} comments={comments} viewer={viewer} />
    </aside>
  )
}
