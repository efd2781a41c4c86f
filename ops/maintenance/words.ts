import { en } from "./words-en"
import { ja } from "./words-ja"

export const langs = ["en", "ja"] as const
export type Lang = (typeof langs)[number]
export type Words = typeof en

/** What a report says, in a language. */
export const wordsOf = (lang: Lang): Words => ({ en, ja })[lang]
