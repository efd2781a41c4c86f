"use client"

import { Check, RotateCw, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { photos } from "@/components/api/uploads"
import type { DraftView } from "@/core/draft/draft.schema"
import { tell } from "./engine/desk"
import type { Desk } from "./engine/desk-state"
import type { Upload } from "./engine/upload"
import { isOnTheWay } from "./engine/uploads-view"
import { PhotoStage } from "./photo-stage"
import { Progress } from "./progress"
import { WaitingThumb } from "./waiting-thumb"

type Props = {
  /** What the server says of it. */
  photo: DraftView["photos"][number]
  /** What this browser sends of it. */
  upload?: Upload
  desk: Desk
  place: number
  act: (run: () => Promise<unknown>) => () => void
}

/** One photo of a post in the making. */
export function WaitingPhoto({ photo, upload, desk, place, act }: Props) {
  const t = useTranslations("upload")
  const { photoId, state, reason = "internal", altText } = photo
  const fault = upload?.fault ?? (state === "failed" || state === "quarantined" ? { reason } : undefined)
  const retry = async () => {
    if (upload?.stage === "failed") tell({ type: "retried", key: upload.key })
    else await photos.retry(photoId)
  }
  const remove = async () => {
    await photos.remove(photoId)
    if (upload) tell({ type: "removed", key: upload.key })
  }
  return (
    <li className="up grid-cols-[148px_minmax(0,1fr)] max-sm:grid-cols-[96px_minmax(0,1fr)]">
      <WaitingThumb photoId={photoId} upload={upload} ready={state === "ready"} />
      <div className="up__body">
        <h2 className="vh">{t("waiting.photo", { place })}</h2>
        {upload && (isOnTheWay(upload) || fault) ? (
          <PhotoStage upload={upload} desk={desk} />
        ) : (
          <ServerStage state={state} here={upload !== undefined} />
        )}
        {upload && <Progress upload={upload} place={place} />}
        {altText && <p className="base wrap-anywhere">{altText}</p>}
        {fault && (
          <>
            <p className="muted">{("detail" in fault && fault.detail) || t(`fault.${fault.reason}`)}</p>
            <div className="row row--wrap gap-y-3">
              <button type="button" className="btn btn--line btn--sm" onClick={act(retry)}>
                <RotateCw className="i i--sm" />
                {t("photo.retry")}
              </button>
              <button
                type="button"
                className="btn btn--quiet btn--sm"
                aria-label={t("photo.remove", { place })}
                onClick={act(remove)}
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

type StageProps = { state: Props["photo"]["state"]; here: boolean }

/** Where a photo is that this browser need not send. */
function ServerStage({ state, here }: StageProps) {
  const t = useTranslations("upload.stage")
  if (state === "failed" || state === "quarantined") {
    return (
      <div className="up__state">
        <span className="err">
          <TriangleAlert className="i i--sm" />
          {t("failed")}
        </span>
      </div>
    )
  }
  const ready = state === "ready"
  const words = ready ? "ready" : state === "awaiting" && !here ? "elsewhere" : "processing"
  return (
    <div className="up__state">
      {ready ? <Check className="i i--sm text-ok" /> : <span className="spin size-4" />}
      {t(words)}
    </div>
  )
}
