"use client"

import { useTranslations } from "next-intl"
import type { CSSProperties } from "react"
import type { Upload } from "./engine/upload"

type Props = { upload: Upload; place: number }

/** How much of a photo is with the server. */
export function Progress({ upload: { stage, sent, file }, place }: Props) {
  const t = useTranslations("upload")
  if (stage === "hashing") {
    return (
      <div className="progress progress--wait">
        <i />
      </div>
    )
  }
  if (stage !== "sending" && !(stage === "started" && sent > 0)) return null
  const percent = Math.floor((100 * sent) / file.size)
  return (
    <div
      className="progress"
      style={{ "--p": `${percent}%` } as CSSProperties}
      role="progressbar"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={t("progress", { place })}
    >
      <i />
    </div>
  )
}
