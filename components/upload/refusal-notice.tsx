"use client"

import { TriangleAlert, X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Refusal } from "./engine/uploads-state"
import { useFileSize } from "./use-file-size"

type Props = { refusals: readonly Refusal[]; max: number; photoBytes: number; onDismiss: () => void }

/** Says which files were not taken, why, and what to do. */
export function RefusalNotice({ refusals, max, photoBytes, onDismiss }: Props) {
  const t = useTranslations("upload.refusal")
  const size = useFileSize()
  return (
    <div role="alert" className="contents">
      {refusals.length > 0 && (
        <div className="notice notice--warn">
          <TriangleAlert className="i" />
          <div className="grow stack stack--4">
            <b className="med">{t("title", { count: refusals.length })}</b>
            <ul className="stack stack--4 wrap-anywhere">
              {refusals.map(({ name, bytes, reason }) => (
                <li key={`${name} ${bytes} ${reason}`}>
                  {t(sentenceOf(reason), { name, size: size(bytes), limit: size(photoBytes), max })}
                </li>
              ))}
            </ul>
          </div>
          <button type="button" className="icon -m-2.5" aria-label={t("dismiss")} onClick={onDismiss}>
            <X className="i" />
          </button>
        </div>
      )}
    </div>
  )
}

/** Kinds that are accepted are never refused for their kind. */
function sentenceOf(reason: Refusal["reason"]) {
  switch (reason) {
    case "jpeg":
    case "png":
    case "webp":
    case "gif":
    case "avif":
    case "heic":
      return "other"
    default:
      return reason
  }
}
