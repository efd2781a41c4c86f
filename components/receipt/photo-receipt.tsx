"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { cameraName } from "@/components/photo/camera-name"
import { Picture } from "@/components/photo/picture"
import type { PhotoView } from "@/core/photo/photo.schema"
import type { Place } from "@/core/post/post.schema"
import { removedFrom } from "./summary"
import { useReceiptWords } from "./use-receipt-words"

type Props = {
  photo: PhotoView
  number: number
  /** What those who see the post get besides the picture. */
  shown: { camera: boolean; place?: Place }
  children?: ReactNode
}

const thumb = { sizes: "64px", most: 64 }

/** One photo: what its file told, which is all removed, and what of it is shown. */
export function PhotoReceipt({ photo, number, shown, children }: Props) {
  const t = useTranslations("receipt")
  const { things, size, coordinates } = useReceiptWords()
  const { picture, receipt, camera } = photo
  const kinds = removedFrom(photo, shown.camera)
  const name = camera && cameraName(camera)
  const shows = [
    ...(shown.camera && camera ? [name ? t("shownCamera", { name }) : t("shownData")] : []),
    ...(shown.place
      ? [t("shownPlace", { place: coordinates(shown.place), kilometres: shown.place.kilometres })]
      : []),
  ]
  return (
    <div className="receipt__photo">
      <div className="receipt__thumb">
        {picture && <Picture picture={picture} alt="" shown={thumb} fit="contain" />}
      </div>
      <div className="stack stack--4">
        <h3 className="med">{t("photo", { number })}</h3>
        <dl>
          <dt>{t("removedLabel")}</dt>
          <dd>
            {kinds.length > 0 ? things(kinds) : t(receipt?.bytes === 0 ? "foundNothing" : "foundLittle")}
            {receipt && receipt.bytes > 0 && <span className="faint"> · {size(receipt.bytes)}</span>}
          </dd>
          <dt>{t("shownLabel")}</dt>
          <dd>{shows.length > 0 ? shows.map((line) => <p key={line}>{line}</p>) : t("shownNothing")}</dd>
        </dl>
        {children}
      </div>
    </div>
  )
}
