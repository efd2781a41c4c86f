"use client"

import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { photos as api } from "@/components/api/uploads"
import { originalOf } from "@/components/photo/download"
import type { PhotoView } from "@/core/photo/photo.schema"
import type { Place } from "@/core/post/post.schema"
import { PhotoReceipt } from "./photo-receipt"

/** A photo of a post, and what the post shows of it. */
export type ReceiptedPhoto = { photoId: string; shown: { camera: boolean; place?: Place } }

/** The receipts that stay on one's photos, and their originals. */
export function StoredReceipts({ photos }: { photos: readonly ReceiptedPhoto[] }) {
  const t = useTranslations("receipt")
  const [state, setState] = useState<"reading" | "failed" | PhotoView[]>("reading")

  useEffect(() => {
    if (state !== "reading") return
    const asking = new AbortController()
    Promise.all(photos.map(({ photoId }) => api.get(photoId, asking.signal))).then(setState, () => {
      if (!asking.signal.aborted) setState("failed")
    })
    return () => asking.abort()
  }, [photos, state])

  if (state === "reading") {
    return (
      <p className="row muted" role="status">
        <span className="spin" aria-hidden="true" />
        {t("loading")}
      </p>
    )
  }
  if (state === "failed") {
    return (
      <div className="stack stack--16" role="alert">
        <p>{t("failed")}</p>
        <button type="button" className="btn btn--line" onClick={() => setState("reading")}>
          {t("again")}
        </button>
      </div>
    )
  }
  return (
    <>
      <p className="muted">{t("intro")}</p>
      <ol className="receipt__photos">
        {photos.map(({ photoId, shown }, index) => {
          const photo = state.find(({ id }) => id === photoId)
          return (
            photo && (
              <li key={photoId}>
                <PhotoReceipt photo={photo} number={index + 1} shown={shown}>
                  <a className="btn btn--line btn--sm justify-self-start" href={originalOf(photoId)} download>
                    <Download className="i i--sm" aria-hidden="true" />
                    {t("original")}
                    <span className="vh">{t("photo", { number: index + 1 })}</span>
                  </a>
                </PhotoReceipt>
              </li>
            )
          )
        })}
      </ol>
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {t("close")}
        </button>
      </form>
    </>
  )
}
