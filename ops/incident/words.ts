import { JourneyName, type Words } from "../../core/status/status.schema"
import { OpsProblem } from "../problem"

/** What texts for everybody are given as. */
export const textArgs = {
  text: { type: "string", description: "what everybody reads, in English" },
  "text-ja": { type: "string", description: "the same in Japanese; who reads that sees English without it" },
} as const

/** A text in the languages that it was given in. */
export const wordsOf = (en: string | undefined, ja: string | undefined): Words | undefined =>
  en || ja ? { ...(en ? { en } : {}), ...(ja ? { ja } : {}) } : undefined

/** @throws OpsProblem when there is none */
export function needed(words: Words | undefined, option: string): Words {
  if (words) return words
  throw new OpsProblem(`--${option} is missing.`, `In English, in Japanese (--${option}-ja), or both.`)
}

/** `upload,sign in` as journeys. @throws OpsProblem for one that is none */
export function journeysOf(text: string): JourneyName[] {
  return text.split(",").map((word) => {
    const { success, data } = JourneyName.safeParse(word.trim().replace("-", " "))
    if (success) return data
    throw new OpsProblem(`"${word.trim()}" is no journey.`, `There are: ${JourneyName.options.join(", ")}.`)
  })
}
