import { useTranslations } from "next-intl"
import { Picture } from "@/components/photo/picture"
import type { CaseView } from "@/core/moderation/moderation.schema"

const shownAs = { sizes: "(min-width: 896px) 640px, 100vw", most: 640 }

/** The thing itself: the photos large, and what was written with them. */
export function CasePictures({ shown: { pictures, caption, comment, owner, kind } }: { shown: CaseView }) {
  const t = useTranslations("safety.desk")
  if (!owner) return <p className="notice">{t("gone")}</p>
  return (
    <>
      {pictures.map(({ picture, altText, quarantined }) =>
        quarantined ? (
          <p key={picture.photoId} className="notice">
            {t("quarantined")}
          </p>
        ) : (
          <span key={picture.photoId} className="rep__photo" style={{ backgroundColor: picture.color }}>
            <Picture picture={picture} alt={altText} shown={shownAs} priority="first" />
          </span>
        ),
      )}
      {caption && (
        <p className="caption whitespace-pre-line" dir="auto">
          {caption}
        </p>
      )}
      {comment && (
        <blockquote className="quote whitespace-pre-line" dir="auto">
          {comment.text}
        </blockquote>
      )}
      {kind === "user" && <p className="muted">{owner.name}</p>}
    </>
  )
}
