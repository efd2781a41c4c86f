"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { type CSSProperties, type ReactNode, useId } from "react"
import { PhotoFault } from "./photo-fault"
import { PhotoStage } from "./photo-stage"
import { PhotoThumb } from "./photo-thumb"
import type { Upload } from "./uploads-state"

type Props = {
  upload: Upload
  place: number
  maxAltText: number
  dragged: boolean
  order: ReactNode
  onDescribe: (altText: string) => void
  onRetry: () => void
  onReplace: (file: File) => void
  onRemove: () => void
}

/** One photo of a post in the making: its picture, its state, and beside it the words that describe it. */
export function PhotoRow(props: Props) {
  const { upload, place, order } = props
  const t = useTranslations("upload")
  const field = useId()
  return (
    <li className={rowClass(props)} data-key={upload.key}>
      {order}
      <PhotoThumb src={upload.preview} />
      <div className="up__body max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1">
        <div className="row">
          <PhotoStage upload={upload} />
          <div className="up__do">
            <button
              type="button"
              className="icon"
              data-remove
              aria-label={t("photo.remove", { place })}
              onClick={props.onRemove}
            >
              <X className="i" />
            </button>
          </div>
        </div>
        <Progress upload={upload} label={t("progress", { place })} />
        {upload.fault ? (
          <PhotoFault fault={upload.fault} onRetry={props.onRetry} onReplace={props.onReplace} />
        ) : (
          <>
            <label className="vh" htmlFor={field}>
              {t("photo.alt", { place })}
            </label>
            <textarea
              id={field}
              className="input"
              rows={2}
              maxLength={props.maxAltText}
              placeholder={t("photo.altHint")}
              value={upload.altText}
              onChange={({ currentTarget }) => props.onDescribe(currentTarget.value)}
            />
          </>
        )}
      </div>
    </li>
  )
}

function rowClass({ upload: { stage }, dragged }: Props) {
  const waits = stage === "queued" || stage === "hashing"
  return `up${waits ? " up--wait" : ""}${stage === "failed" ? " up--failed" : ""}${dragged ? " bg-fill" : ""}`
}

function Progress({ upload: { stage, sent, file }, label }: { upload: Upload; label: string }) {
  const percent = Math.floor((100 * sent) / file.size)
  if (stage === "hashing") {
    return (
      <div className="progress progress--wait">
        <i />
      </div>
    )
  }
  if (stage !== "sending") return null
  return (
    <div
      className="progress"
      style={{ "--p": `${percent}%` } as CSSProperties}
      role="progressbar"
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-label={label}
    >
      <i />
    </div>
  )
}
