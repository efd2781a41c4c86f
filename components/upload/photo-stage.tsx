"use client"

import { Check, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { Fault, Upload } from "./uploads-state"
import { useFileSize } from "./use-file-size"

/** What a photo is doing, in a few words. */
export function PhotoStage({ upload: { stage, sent, file, fault } }: { upload: Upload }) {
  const t = useTranslations("upload.stage")
  const size = useFileSize()
  switch (stage) {
    case "ready":
      return (
        <div className="up__state grow">
          <Check className="i i--sm text-ok" />
          {t("ready")}
        </div>
      )
    case "processing":
      return (
        <div className="up__state grow">
          <span className="spin size-4" />
          <span className="grow">{t("processing")}</span>
        </div>
      )
    case "sending":
      return (
        <div className="up__state grow">
          <span className="grow">{t("sending", { percent: Math.floor((100 * sent) / file.size) })}</span>
          <span className="faint xs">{t("sent", { sent: size(sent), all: size(file.size) })}</span>
        </div>
      )
    case "failed":
      return (
        <div className="up__state grow">
          <span className="err">
            <TriangleAlert className="i i--sm" />
            <span>{t(isUnsent(fault) ? "unsent" : "failed")}</span>
          </span>
        </div>
      )
    default:
      return (
        <div className="up__state grow">
          <span className="grow">{t(stage)}</span>
        </div>
      )
  }
}

const isUnsent = (fault?: Fault) => fault?.reason === "unreachable" || fault?.reason === "refused"
