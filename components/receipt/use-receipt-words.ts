import { useFormatter, useTranslations } from "next-intl"
import type { Place } from "@/core/post/post.schema"
import { coordinates } from "./coordinates"
import type { Kind } from "./summary"

/** The words of the receipt that several parts of it use. */
export function useReceiptWords() {
  const t = useTranslations("receipt")
  const format = useFormatter()
  return {
    /** "Serial number, names and software" */
    things: (kinds: readonly (Kind | "camera")[]) =>
      capital(format.list(kinds.map((kind) => t(`kind.${kind}`)))),
    /** "14 kB", in units as small as fit. */
    size: (bytes: number) =>
      bytes < 1000
        ? format.number(bytes, { style: "unit", unit: "byte", unitDisplay: "long" })
        : format.number(bytes / 1000, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 }),
    coordinates: (place: Place) => coordinates(place, t),
  }
}

/** A list of words as the beginning of a sentence. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
