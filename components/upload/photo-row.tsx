"use client"

import { X } from "lucide-react"
import { useTranslations } from "next-intl"
import { type ReactNode, useId } from "react"
import type { Desk } from "./engine/desk-state"
import type { Upload } from "./engine/upload"
import { PhotoFault } from "./photo-fault"
import { PhotoStage } from "./photo-stage"
import { PhotoThumb } from "./photo-thumb"
import { Progress } from "./progress"

type Props = {
  upload: Upload
  desk: Desk
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
  const { upload, desk, place, order } = props
  const t = useTranslations("upload")
  const field = useId()
  return (
    <li className={rowClass(props)} data-key={upload.key}>
      {order}
      <PhotoThumb upload={upload} />
      <div className="up__body max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1">
        <div className="row">
          <PhotoStage upload={upload} desk={desk} />
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
        <Progress upload={upload} place={place} />
        {upload.fault ? (
          <PhotoFault fault={upload.fault} onRetry={props.onRetry} onReplace={props.onReplace} />
        ) : (
          <>
            {upload.photo?.animated && <p className="muted">{t("photo.animated")}</p>}
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
  const waits = stage === "queued" || stage === "hashing" || stage === "started"
  return `up${waits ? " up--wait" : ""}${stage === "failed" ? " up--failed" : ""}${dragged ? " bg-fill" : ""}`
}
