"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"
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
  { value: "off" },
  { value: "region", kilometres: 10 },
  { value: "town", kilometres: 1 },
] as const

/** Whether readers get a place, how exact, and what they would read. */
export function PlaceChoice({ photos, value, onChange }: Props) {
  const t = useTranslations("receipt")
  const name = useId()
  const { coordinates } = useReceiptWords()
  const places = photos.flatMap((photo) => placeOf(photo?.location, value) ?? [])
  const read = [...new Set(places.map(coordinates))]
  return (
    <fieldset className="receipt__place">
      <legend className="xs muted">{t("place.label")}</legend>
      <div className="seg">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              className="vh"
              name={name}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span className="receipt__option">
              {t(`place.${choice.value}`)}{" "}
              <span className="xs">
                {"kilometres" in choice
                  ? t("place.about", { kilometres: choice.kilometres })
                  : t("place.none")}
              </span>
            </span>
          </label>
        ))}
      </div>
      <p className="hint" aria-live="polite">
        {value === "off" ? t("place.hidden") : t("place.seen", { places: read.join(" · ") })}
      </p>
    </fieldset>
  )
}
