"use client"

import { useTranslations } from "next-intl"
import type { PhotoView } from "@/core/photo/photo.schema"
import { placeOf } from "@/core/post/place.schema"
import { PhotoReceipt } from "./photo-receipt"
import type { ReceiptChoice } from "./receipt-choice"

type Props = { photos: readonly (PhotoView | undefined)[]; choice: ReceiptChoice }

/** Photo by photo, before they are published. */
export function PhotoReceipts({ photos, choice }: Props) {
  const t = useTranslations("receipt")
  return (
    <ol className="receipt__photos">
      {photos.map((photo, index) => (
        // Photos that are not known yet have no id; their place in the post is all there is.
        <li key={photo?.id ?? `place-${index + 1}`}>
          {photo?.receipt ? (
            <PhotoReceipt
              photo={photo}
              number={index + 1}
              shown={{ camera: choice.showCamera, place: placeOf(photo.location, choice.location) }}
            />
          ) : (
            <p className="muted">{t("pending", { number: index + 1 })}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
