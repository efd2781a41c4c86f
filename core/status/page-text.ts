import type { Locale } from "../user/user.schema"
import { type Html, html } from "./html"
import type { Words } from "./status.schema"
import { pageWords } from "./words"

/** A text in a language; in the other one, and marked so, where there is no translation. */
export function textIn({ en, ja }: Words, locale: Locale): Html {
  const own = locale === "en" ? en : ja
  return own === undefined
    ? html`<span lang="${locale === "en" ? "ja" : "en"}">${en ?? ja}</span>`
    : html`${own}`
}

/** A day and a time in the zone that the readers of a language are in, which is said. */
export const dayTime = (at: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "ja-JP", {
    timeZone: pageWords[locale]("").zone,
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(at))

/** A day, `2026-11-28`, as people write it. */
export const dayOf = (day: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "ja-JP", {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
  }).format(new Date(day))
