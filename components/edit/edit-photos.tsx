"use client"

import { useTranslations } from "next-intl"
import { useRef } from "react"
import { useOrderDrag } from "@/components/upload/use-order-drag"
import { type EditedPhoto, moved } from "./content"
import { EditPhoto } from "./edit-photo"

type Props = {
  photos: readonly EditedPhoto[]
  maxAltText: number
  /** How many have to stay. */
  least: 0 | 1
  onChange: (photos: readonly EditedPhoto[]) => void
}

/** The photos of a post that is edited, in their order, each with the words that describe it. */
export function EditPhotos({ photos, maxAltText, least, onChange }: Props) {
  const t = useTranslations("edit")
  const list = useRef<HTMLOListElement>(null)
  const move = (from: number, to: number) => onChange(moved(photos, from, to))
  const { grip, dragged } = useOrderDrag(list, (key, to) =>
    move(
      photos.findIndex(({ photoId }) => photoId === key),
      to,
    ),
  )
  const removeAt = (index: number) => {
    onChange(photos.toSpliced(index, 1))
    // The row is gone by the next frame; its neighbour takes the focus, so that the keyboard is not lost.
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>("textarea")
      rows?.[Math.min(index, rows.length - 1)]?.focus()
    })
  }
  return (
    <ol ref={list} aria-label={t("photos")}>
      {photos.map((photo, index) => (
        <EditPhoto
          key={photo.photoId}
          photo={photo}
          place={index + 1}
          count={photos.length}
          maxAltText={maxAltText}
          dragged={dragged === photo.photoId}
          onGrip={grip(photo.photoId)}
          onMove={(by) => move(index, index + by)}
          onDescribe={(altText) => onChange(photos.with(index, { ...photo, altText }))}
          onRemove={photos.length > least ? () => removeAt(index) : undefined}
        />
      ))}
    </ol>
  )
}
