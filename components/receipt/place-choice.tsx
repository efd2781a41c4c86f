"use client"

import { useTranslations } from "next-intl"
import { Segments } from "@/components/ui/segments"
import type { PhotoView } from "@/core/photo/photo.schema"
import { placeOf } from "@/core/post/place.schema"
import type { LocationChoice } from "@/core/post/post.schema"
import { useReceiptWords } from "./use-receipt-words"

type Props = {
  photos: readonly (PhotoView | undefined)[]
  value: LocationChoice
  onChange: (value: LocationChoice) => void
}

const choices = [
  { value: "off", kilometres: undefined },
  { value: "region", kilometres: 10 },
  { value: "town", kilometres: 1 },
] as const

/** Whether readers get a place, how exact, and what they would read. */
export function PlaceChoice({ photos, value, onChange }: Props) {
  const t = useTranslations("receipt")
  const { coordinates } = useReceiptWords()
  const places = photos.flatMap((photo) => placeOf(photo?.location, value) ?? [])
  const unread = photos.some((photo) => photo === undefined)
  const read = [...new Set(places.map(coordinates))]
  const labelled = choices.map(({ value, kilometres }) => ({
    value,
    label: (
      <span className="receipt__option">
        {t(`place.${value}`)}{" "}
        <span className="xs">{kilometres ? t("place.about", { kilometres }) : t("place.none")}</span>
      </span>
    ),
  }))
  return (
    <fieldset className="receipt__place">
      <legend className="xs muted">{t("place.label")}</legend>
      <Segments choices={labelled} value={value} onChange={onChange} />
      <p className="hint" aria-live="polite">
        {read.length > 0 ? t("place.seen", { places: read.join(" · ") }) : t("place.hidden")}
        {value !== "off" && unread && ` ${t("place.unread")}`}
      </p>
    </fieldset>
  )
}
