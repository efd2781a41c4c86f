"use client"

import { ImagePlus } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ChangeEvent, type Ref, useRef } from "react"
import { accepted } from "./engine/admit"
import { useFileSize } from "./use-file-size"

type Props = {
  over: boolean
  full: boolean
  max: number
  photoBytes: number
  onFiles: (files: readonly File[]) => void
  buttonRef: Ref<HTMLButtonElement>
}

/** Where photos come in; files may be dropped anywhere on the page, this shows that they may. */
export function DropZone({ over, full, max, photoBytes, onFiles, buttonRef }: Props) {
  const t = useTranslations("upload.drop")
  const size = useFileSize()
  const input = useRef<HTMLInputElement>(null)
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(currentTarget.files ?? [])])
    currentTarget.value = ""
  }
  return (
    <div className={over ? "drop is-over" : "drop"}>
      <ImagePlus className="i i--lg" />
      <div className="grow basis-40">
        <b className="med text-ink">
          {over ? (
            t("over")
          ) : (
            <>
              <span className="hidden sm:inline">{t("title")}</span>
              <span className="sm:hidden">{t("titlePhone")}</span>
            </>
          )}
        </b>
        <div className="xs">{full ? t("full", { max }) : t("hint", { size: size(photoBytes) })}</div>
      </div>
      <input ref={input} type="file" multiple hidden accept={accepted} onChange={choose} />
      <button
        ref={buttonRef}
        type="button"
        className="btn btn--line"
        aria-disabled={full}
        onClick={() => full || input.current?.click()}
      >
        {t("choose")}
      </button>
    </div>
  )
}
