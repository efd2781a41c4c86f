import { useFormatter, useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import { layoutRatio } from "@/components/photo/ratio"
import { stageShown } from "@/components/photo/sizes"
import type { PostView } from "@/core/post/post.schema"
import { Cover } from "./cover"
import { factsOf } from "./facts-of"
import { isCovered } from "./is-covered"
import { LightboxOpener } from "./lightbox-opener"

type Props = {
  post: PostView
  signedIn: boolean
  /** Whether the photos are offered as files. */
  downloads?: boolean
}

/** The photos of a post on their stage: one, or several below each other, on a phone side by side. */
export function PostPhotos({ post, signedIn, downloads = true }: Props) {
  const t = useTranslations("photo")
  const acts = useTranslations("post")
  const words = { photo: t, receipt: useTranslations("receipt"), format: useFormatter() }
  const { photos, author, caption } = post
  const several = photos.length > 1
  const covered = isCovered(post)
  const widest = Math.max(...photos.map(layoutRatio))
  const frames = photos.map((photo, index) => {
    const ratio = photo.width / photo.height
    const description = photo.altText || t("unnamed", { number: index + 1 })
    const largest = photo.variants.findLast(({ type }) => type === "image/jpeg") ?? photo.variants[0]
    return (
      <li key={photo.photoId}>
        <a
          href={largest?.url}
          data-photo={index}
          className="stage__frame"
          style={{ "--r": ratio, "--c": photo.color } as React.CSSProperties}
          aria-label={t("open", { description })}
        >
          <Picture
            picture={photo}
            alt={description}
            shown={stageShown(ratio)}
            priority={index === 0 && !covered ? "first" : "later"}
          />
        </a>
      </li>
    )
  })
  const stage = (
    <LightboxOpener
      photos={photos.map(({ camera, place, ...photo }) => ({
        ...photo,
        facts: factsOf({ camera, place }, words),
      }))}
      author={author.name}
      caption={caption}
      like={
        signedIn
          ? { postId: post.id, from: { liked: post.viewer.liked, likes: post.counts.likes } }
          : undefined
      }
      words={{
        close: t("close"),
        previous: t("previous"),
        next: t("next"),
        viewer: t("viewer"),
        of: t("of", { number: "{number}", total: "{total}" }),
        info: t("info"),
        fullScreen: t("fullScreen"),
        description: t("description"),
        undescribed: t("undescribedInfo"),
        download: downloads ? t("download") : "",
        like: acts("like"),
        unreachable: acts("unreachable"),
      }}
    >
      <ul
        className={several ? "stage__photos stage__photos--several" : "stage__photos"}
        style={{ "--widest": widest } as React.CSSProperties}
        {...(several && { tabIndex: 0, "aria-label": t("strip") })}
      >
        {frames}
      </ul>
    </LightboxOpener>
  )
  const [first] = photos
  if (!covered || !first) return stage
  return (
    <Cover photo={first} warning={post.contentWarning ?? ""} show={acts("show")}>
      {stage}
    </Cover>
  )
}
