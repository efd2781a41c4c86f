import { OpsProblem } from "./problem"

/**
 * A whole number that an option gives.
 * @param least the smallest that makes sense
 * @throws OpsProblem that names the option
 */
export function numberOf(option: string, text: string, least = 1): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least) return value
  throw new OpsProblem(`--${option} ${text} is no whole number from ${least} up.`)
}

/** So many of something: `1 request`, `2 requests`. @param plural where it is not the word with an s */
export const some = (count: number, word: string, plural = `${word}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? word : plural}`
