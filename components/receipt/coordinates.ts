import type { Place } from "@/core/post/post.schema"

type Translate = (key: "coordinates", values: Record<string, string>) => string

/** "54.6° N, 3.1° W", as exactly as it was rounded. */
export function coordinates({ latitude, longitude, kilometres }: Place, t: Translate): string {
  const digits = kilometres === 10 ? 1 : 2
  return t("coordinates", {
    latitude: Math.abs(latitude).toFixed(digits),
    ns: latitude < 0 ? "S" : "N",
    longitude: Math.abs(longitude).toFixed(digits),
    ew: longitude < 0 ? "W" : "E",
  })
}
