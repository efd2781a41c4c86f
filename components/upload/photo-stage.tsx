"use client"

import { Check, CloudOff, Pause, TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { Desk } from "./engine/desk-state"
import type { Fault, Upload } from "./engine/upload"
import { isOnTheWay } from "./engine/uploads-view"
import { useFileSize } from "./use-file-size"

type Props = { upload: Upload; desk: Pick<Desk, "online" | "paused"> }

/** What a photo is doing, in a few words. */
export function PhotoStage(props: Props) {
  return <div className="up__state grow">{useWords(props)}</div>
}

function useWords({ upload, desk }: Props): ReactNode {
  const t = useTranslations("upload.stage")
  const size = useFileSize()
  const { stage, sent, file, fault, waiting } = upload
  const soFar = (
    <span className="faint xs max-[26rem]:hidden">
      {t("sent", { sent: size(sent), all: size(file.size) })}
    </span>
  )
  if (isOnTheWay(upload) && (desk.paused || !desk.online || waiting)) {
    const cause = desk.paused ? "paused" : desk.online ? waitingFor[waiting ?? "network"] : "offline"
    const Icon = cause === "paused" ? Pause : CloudOff
    return (
      <>
        <Icon className="i i--sm" />
        <span className="grow">{t(cause)}</span>
        {sent > 0 && <span className="max-sm:hidden">{soFar}</span>}
      </>
    )
  }
  switch (stage) {
    case "ready":
      return (
        <>
          <Check className="i i--sm text-ok" />
          {t("ready")}
        </>
      )
    case "processing":
      return (
        <>
          <span className="spin size-4" />
          <span className="grow">{t("processing")}</span>
        </>
      )
    case "sending":
      return (
        <>
          <span className="grow">{t("sending", { percent: Math.floor((100 * sent) / file.size) })}</span>
          {soFar}
        </>
      )
    case "failed":
      return (
        <span className="err">
          <TriangleAlert className="i i--sm" />
          <span>{t(isUnsent(fault) ? "unsent" : "failed")}</span>
        </span>
      )
    case "hashing":
      return <span className="grow">{t("hashing")}</span>
    default:
      return <span className="grow">{t("queued")}</span>
  }
}

const waitingFor = { network: "offline", server: "busy", person: "signedOut" } as const

const isUnsent = (fault?: Fault) => fault?.reason === "unreadable" || fault?.reason === "refused"
