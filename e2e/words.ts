import { createTranslator } from "next-intl"
import en from "../messages/en/index"
import ja from "../messages/ja/index"

export type Locale = "en" | "ja"
export const locales: readonly Locale[] = ["en", "ja"]

/** The site's own words, so that journeys find things by the names that people read, in both languages. */
export const words = (locale: Locale) =>
  createTranslator<typeof en>({ locale, messages: locale === "ja" ? (ja as typeof en) : en })

/** The path of a page in a language. */
export const pathIn = (locale: Locale, path: string) =>
  locale === "ja" ? `/ja${path === "/" ? "" : path}` : path
