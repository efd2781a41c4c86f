/** Latin letters that are no accented others, as people type them who do not have them. */
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
}

/** The one spelling of a text that searches compare: NFKC, lower case, Latin and Greek letters without accents. */
export const spelled = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .replace(/[ßæœøđðþłı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[’‘]/g, "'")

// Written without blanks between words. Not Hangul, which has them.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu
const segmenter = new Intl.Segmenter("ja", { granularity: "word" })
const maxWord = 60

/** The stretches of kana and kanji of a spelled text. */
export const runsOf = (spelling: string): string[] => spelling.match(unspaced) ?? []

export const isRun = (word: string): boolean => word.match(unspaced)?.[0] === word

/** The words of a spelled text, as the language of each stretch divides it, in order. */
export function segmentsOf(spelling: string): string[] {
  return [...segmenter.segment(spelling)]
    .filter(({ isWordLike }) => isWordLike)
    .flatMap(({ segment }) => (isRun(segment) ? [segment] : segment.split(/[^\p{L}\p{M}\p{N}]+/u)))
    .filter((word) => word !== "" && [...word].length <= maxWord && !/^\p{Script=Latin}$/u.test(word))
}

/** Every two characters beside each other. */
export function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => (characters[index] ?? "") + character)
}
