const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const han = /\p{Script=Han}/u
const latin = /\p{Script=Latin}/u

/**
 * The language of a line that a person wrote, as far as its letters tell: kana is Japanese. Anything else
 * stays unknown, which `lang=""` says.
 */
export function languageOf(text: string): "ja" | "" {
  if (kana.test(text)) return "ja"
  return han.test(text) && !latin.test(text) ? "ja" : ""
}
