import { defineRouting } from "next-intl/routing"

/** The language is the URL: English without a prefix, Japanese under /ja, nothing guessed and no cookie. */
export const routing = defineRouting({
  locales: ["en", "ja"],
  defaultLocale: "en",
  localePrefix: "as-needed",
  localeDetection: false,
  localeCookie: false,
  alternateLinks: false,
})

export type Locale = (typeof routing.locales)[number]
