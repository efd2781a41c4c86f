"use client"

import { RotateCw } from "lucide-react"
import { useTranslations } from "next-intl"
import { useRef } from "react"
import { accepted } from "./engine/admit"
import type { Fault } from "./engine/upload"

type Props = { fault: Fault; onRetry: () => void; onReplace: (file: File) => void }

/** Why a photo failed and the ways on. */
export function PhotoFault({ fault, onRetry, onReplace }: Props) {
  const t = useTranslations("upload")
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <p className="muted">{fault.detail ?? t(`fault.${fault.reason}`)}</p>
      <div className="row row--wrap gap-y-3">
        <button type="button" className="btn btn--line btn--sm" onClick={onRetry}>
          <RotateCw className="i i--sm" />
          {t("photo.retry")}
        </button>
        <button type="button" className="btn btn--quiet btn--sm" onClick={() => input.current?.click()}>
          {t("photo.replace")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept={accepted}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onReplace(file)
          }}
        />
      </div>
    </>
  )
}
