"use client"

import { CircleAlert, X } from "lucide-react"
import { useTranslations } from "next-intl"
import { type PointerEvent, useId } from "react"
import { Picture } from "@/components/photo/picture"
import { OrderButtons } from "@/components/upload/order-buttons"
import type { EditedPhoto } from "./content"

type Props = {
  photo: EditedPhoto
  place: number
  count: number
  maxAltText: number
  dragged: boolean
  onGrip: (event: PointerEvent) => void
  onMove: (by: -1 | 1) => void
  onDescribe: (altText: string) => void
  /** Undefined for one that has to stay. */
  onRemove: (() => void) | undefined
}

const thumb = { sizes: "148px", most: 148 }

/** One photo of a post that is edited: its place, its picture, its words. */
export function EditPhoto({ photo, place, count, dragged, onRemove, ...on }: Props) {
  const t = useTranslations("upload.photo")
  const edit = useTranslations("edit")
  const field = useId()
  const { picture, state, altText } = photo
  const failed = state === "failed" || state === "quarantined"
  return (
    <li className={dragged ? "up bg-fill" : "up"} data-key={photo.photoId}>
      <OrderButtons place={place} count={count} onGrip={on.onGrip} onMove={on.onMove} />
      <div
        className="up__thumb"
        style={{ "--c": picture?.color ?? "var(--color-fill)" } as React.CSSProperties}
      >
        {picture ? (
          <Picture picture={picture} alt="" shown={thumb} />
        ) : (
          <div className="aspect-3/2 w-full bg-fill" />
        )}
      </div>
      <div className="up__body max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1">
        {(state !== "ready" || onRemove) && (
          <div className="row">
            <div className="up__state">
              {failed ? (
                <span className="err">
                  <CircleAlert className="i i--sm" aria-hidden="true" />
                  <span>{edit("failed")}</span>
                </span>
              ) : (
                state !== "ready" && <span>{edit("notReady")}</span>
              )}
            </div>
            <div className="up__do ml-auto">
              {onRemove && (
                <button type="button" className="icon" aria-label={t("remove", { place })} onClick={onRemove}>
                  <X className="i" aria-hidden="true" />
                </button>
              )}
            </div>
          </div>
        )}
        <label className="vh" htmlFor={field}>
          {t("alt", { place })}
        </label>
        <textarea
          id={field}
          className="input"
          rows={2}
          maxLength={on.maxAltText}
          placeholder={t("altHint")}
          value={altText}
          onChange={({ currentTarget }) => on.onDescribe(currentTarget.value)}
        />
      </div>
    </li>
  )
}
