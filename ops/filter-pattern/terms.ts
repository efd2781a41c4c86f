import { enclosed } from "./lexer"
import type { Term } from "./pattern"
import { PatternProblem } from "./problem"
import { regexOf } from "./values"

const needs: Readonly<Record<string, Term["need"]>> = { "?": "any", "-": "none" }

/**
 * Reads a pattern of words: all of them, `?any ?of ?these`, `-without these`, `"whole phrases"`, `%expressions%`.
 * @throws PatternProblem for a word with other characters than letters, digits and `_` outside quotes
 */
export function readTerms(pattern: string): Term[] {
  const terms: Term[] = []
  let at = 0
  for (;;) {
    while (/\s/.test(pattern[at] ?? "")) at++
    if (at >= pattern.length) return terms
    const need = needs[pattern[at] ?? ""] ?? "all"
    if (need !== "all") at++
    // As in `"ERROR" - "Exiting"`.
    while (need === "none" && /\s/.test(pattern[at] ?? "")) at++
    const [found, length] = readTerm(pattern, at)
    terms.push({ need, ...found })
    at += length
  }
}

function readTerm(pattern: string, at: number): [{ text: string } | { regex: RegExp }, length: number] {
  const first = pattern[at]
  if (first === undefined) throw new PatternProblem("A word is missing", pattern, at)
  if (first === '"' || first === "%") {
    const { text, length } = enclosed(pattern, at)
    return [first === '"' ? { text } : { regex: regexOf(text, pattern, at) }, length]
  }
  const [word] = /^[\p{L}\p{N}_]+/u.exec(pattern.slice(at)) ?? []
  const end = at + (word?.length ?? 0)
  if (!word || /\S/.test(pattern[end] ?? " ")) {
    throw new PatternProblem(
      `"${pattern[end]}" is not expected here: a word with such characters stands in "quotes"`,
      pattern,
      end,
    )
  }
  return [{ text: word }, word.length]
}
