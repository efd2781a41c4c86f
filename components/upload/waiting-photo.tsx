"use client"

import { Check, RotateCw, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { DraftView } from "@/core/draft/draft.schema"
import { previewOf } from "./previews"
import { WaitingThumb } from "./waiting-thumb"

type Props = {
  photo: DraftView["photos"][number]
  place: number
  onRetry: () => void
  onRemove: () => void
}

/** One photo of a post in the making. */
export function WaitingPhoto({ photo, place, onRetry, onRemove }: Props) {
  const t = useTranslations("upload")
  const { photoId, state, reason = "internal", altText } = photo
  const failed = state === "failed" || state === "quarantined"
  return (
    <li className="up grid-cols-[148px_minmax(0,1fr)] max-sm:grid-cols-[96px_minmax(0,1fr)]">
      <WaitingThumb photoId={photoId} preview={previewOf(photoId)} ready={state === "ready"} />
      <div className="up__body">
        <h2 className="vh">{t("waiting.photo", { place })}</h2>
        <div className="up__state">
          {failed ? (
            <span className="err">
              <TriangleAlert className="i i--sm" />
              {t("stage.failed")}
            </span>
          ) : state === "ready" ? (
            <>
              <Check className="i i--sm text-ok" />
              {t("stage.ready")}
            </>
          ) : (
            <>
              <span className="spin size-4" />
              {t("stage.processing")}
            </>
          )}
        </div>
        {altText && <p className="base wrap-anywhere">{altText}</p>}
        {failed && (
          <>
            <p className="muted">{t(`fault.${reason}`)}</p>
            <div className="row row--wrap gap-y-3">
              <button type="button" className="btn btn--line btn--sm" onClick={onRetry}>
                <RotateCw className="i i--sm" />
                {t("photo.retry")}
              </button>
              <button
                type="button"
                className="btn btn--quiet btn--sm"
                aria-label={t("photo.remove", { place })}
                onClick={onRemove}
              >
                {t("waiting.remove")}
              </button>
            </div>
          </>
        )}
      </div>
    </li>
  )
}
