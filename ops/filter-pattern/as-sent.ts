import { type Token, tokensOf } from "./lexer"

/**
 * A pattern as CloudWatch Logs certainly takes it: its documentation knows NOT EXISTS, and `= *` in place of EXISTS.
 * What cannot be read is left for CloudWatch to refuse.
 */
export function asSent(pattern: string): string {
  if (!pattern.trim().startsWith("{")) return pattern
  const tokens = readable(pattern)
  const exists = tokens.filter(({ kind, text }, i) => {
    const before = tokens[i - 1]?.text.toUpperCase()
    return kind === "word" && text.toUpperCase() === "EXISTS" && before !== "NOT"
  })
  // From the end, so that the places before stay as they are.
  return exists.reduceRight(
    (text, { at }) => `${text.slice(0, at)}= *${text.slice(at + "EXISTS".length)}`,
    pattern,
  )
}

function readable(pattern: string): Token[] {
  try {
    return tokensOf(pattern)
  } catch {
    return []
  }
}
