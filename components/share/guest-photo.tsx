"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Upload } from "@/components/upload/engine/upload"

type Props = { upload: Upload; onRemove: () => void }

/** A guest's photo on its way, or with whom it was sent to; to take back until somebody has decided about it. */
export function GuestPhoto({ upload, onRemove }: Props) {
  const t = useTranslations("share.guest")
  const { file, preview, stage, sent, fault, waiting, decided, ended } = upload
  const percent = file.size > 0 ? Math.floor((sent / file.size) * 100) : 0
  const told = () => {
    if (decided) return t("decided")
    if (ended) return t("ended")
    if (stage === "failed") return fault?.detail ?? t("failed")
    if (stage === "ready") return t("waits")
    if (waiting) return t("pausing")
    return stage === "processing" ? t("processing") : t("sending", { percent })
  }
  return (
    <li>
      <picture>
        <img src={preview} alt="" width={56} height={56} className="size-14 rounded object-cover" />
      </picture>
      <div className="grow min-w-0">
        <div className="cut" dir="auto">
          {file.name}
        </div>
        <div className={stage === "failed" ? "err" : "faint xs"}>{told()}</div>
      </div>
      <button
        type="button"
        className="icon"
        aria-label={t(decided ? "dismiss" : "takeBack", { name: file.name })}
        onClick={onRemove}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </li>
  )
}
