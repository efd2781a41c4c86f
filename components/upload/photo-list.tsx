"use client"

import { useTranslations } from "next-intl"
import { type RefObject, useRef } from "react"
import { OrderButtons } from "./order-buttons"
import { PhotoRow } from "./photo-row"
import type { Upload, UploadsEvent } from "./uploads-state"
import { useOrderDrag } from "./use-order-drag"

type Props = {
  items: readonly Upload[]
  maxAltText: number
  tell: (event: UploadsEvent) => void
  onMoved: (place: number) => void
  onReplace: (upload: Upload, file: File) => void
  onRemove: (upload: Upload) => void
  /** Where the focus goes when the last photo is removed. */
  after: RefObject<HTMLElement | null>
}

/** The photos of a post in the making, in their order. */
export function PhotoList({ items, maxAltText, tell, onMoved, onReplace, onRemove, after }: Props) {
  const t = useTranslations("upload")
  const list = useRef<HTMLOListElement>(null)
  const { grip, dragged } = useOrderDrag(list, (key, to) => tell({ type: "moved", key, to }))
  const removeAt = (upload: Upload, index: number) => {
    onRemove(upload)
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
          maxAltText={maxAltText}
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
          onRetry={() => tell({ type: "retried", key: upload.key })}
          onReplace={(file) => onReplace(upload, file)}
          onRemove={() => removeAt(upload, index)}
        />
      ))}
    </ol>
  )
}
