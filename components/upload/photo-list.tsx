"use client"

import { useTranslations } from "next-intl"
import { type RefObject, useRef } from "react"
import { removePhoto, replaceFile, retryPhoto } from "./engine/actions"
import type { Limits } from "./engine/admit"
import { tell } from "./engine/desk"
import type { Desk } from "./engine/desk-state"
import type { Making } from "./engine/making"
import type { Upload } from "./engine/upload"
import { OrderButtons } from "./order-buttons"
import { PhotoRow } from "./photo-row"
import { useOrderDrag } from "./use-order-drag"

type Props = {
  post: Making
  desk: Desk
  limits: Limits & { altText: number }
  onMoved: (place: number) => void
  /** Where the focus goes when the last photo is removed. */
  after: RefObject<HTMLElement | null>
}

/** The photos of a post in the making, in their order. */
export function PhotoList({ post, desk, limits, onMoved, after }: Props) {
  const t = useTranslations("upload")
  const { items } = post
  const list = useRef<HTMLOListElement>(null)
  const { grip, dragged } = useOrderDrag(list, (key, to) => tell({ type: "moved", key, to }))
  const removeAt = (upload: Upload, index: number) => {
    removePhoto(upload)
    // The row is gone by the next frame; its neighbour takes the focus, so that the keyboard is not lost.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>("[data-remove]")
      const next = buttons?.[Math.min(index, buttons.length - 1)] ?? after.current
      next?.focus()
    })
  }
  return (
    <ol ref={list} aria-label={t("list")}>
      {items.map((upload, index) => (
        <PhotoRow
          key={upload.key}
          upload={upload}
          place={index + 1}
          desk={desk}
          maxAltText={limits.altText}
          dragged={dragged === upload.key}
          order={
            <OrderButtons
              place={index + 1}
              count={items.length}
              onGrip={grip(upload.key)}
              onMove={(by) => {
                tell({ type: "moved", key: upload.key, to: index + by })
                onMoved(index + by + 1)
              }}
            />
          }
          onDescribe={(altText) => tell({ type: "described", key: upload.key, altText })}
          onRetry={() => retryPhoto(upload)}
          onReplace={(file) => replaceFile(post, upload, file, limits)}
          onRemove={() => removeAt(upload, index)}
        />
      ))}
    </ol>
  )
}
