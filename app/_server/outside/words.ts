import "server-only"
import { createTranslator } from "next-intl"
import type { Locale } from "@/core/user/user.schema"
import en from "@/messages/en/outside.json"
import ja from "@/messages/ja/outside.json"

const translators = {
  en: createTranslator({ locale: "en", messages: en }),
  ja: createTranslator({ locale: "ja", messages: ja }),
}

/** What other sites, readers and search engines show of this one, in a language. */
export const wordsIn = (lang: Locale) => translators[lang]
