import { PatternProblem } from "./problem"

export type Token = {
  kind: "sign" | "word" | "quoted" | "regex" | "end"
  /** What it says: of quoted text and expressions, what is inside. */
  text: string
  at: number
}

const signs = ["&&", "||", "!=", "<=", ">=", "...", "=", "<", ">", "(", ")", "{", "}", "[", "]", ","]

/**
 * Splits a JSON or space-delimited pattern into its parts.
 * @throws PatternProblem for a character that stands for nothing, and for quotes and expressions that do not end
 */
export function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < pattern.length) {
    const [space = ""] = /^\s+/.exec(pattern.slice(at)) ?? []
    at += space.length
    if (at >= pattern.length) break
    const token = tokenAt(pattern, at)
    tokens.push(token.found)
    at += token.length
  }
  return [...tokens, { kind: "end", text: "", at: pattern.length }]
}

function tokenAt(pattern: string, at: number): { found: Token; length: number } {
  const rest = pattern.slice(at)
  const make = (kind: Token["kind"], text: string, length = text.length) => ({
    found: { kind, text, at },
    length,
  })
  const [first = ""] = rest
  if (first === '"' || first === "%") {
    const inside = enclosed(pattern, at)
    return make(first === "%" ? "regex" : "quoted", inside.text, inside.length)
  }
  const sign = signs.find((one) => rest.startsWith(one))
  if (sign) return make("sign", sign)
  // A selector may hold brackets of its own: `$.users[0].id`, `$.['a key']`.
  const [word] = /^\$(?:\.?\[[^\]]*\]|\.[\w-]+)*|^[\w.*:/+-]+/u.exec(rest) ?? []
  if (word) return make("word", word)
  throw new PatternProblem(
    `"${first}" is not expected here: text with such characters stands in "quotes"`,
    pattern,
    at,
  )
}

/**
 * What stands in quotes, or between `%`, from a place on; a backslash keeps a quote.
 * @throws PatternProblem when it does not end
 */
export function enclosed(pattern: string, at: number): { text: string; length: number } {
  const mark = pattern[at] ?? ""
  let text = ""
  for (let i = at + 1; i < pattern.length; i++) {
    const letter = pattern[i] ?? ""
    if (letter === mark) return { text, length: i + 1 - at }
    const next = pattern[i + 1]
    if (letter === "\\" && next !== undefined) {
      // In an expression the backslash belongs to what it says.
      text += mark === "%" && next !== "%" ? letter + next : next
      i++
    } else text += letter
  }
  throw new PatternProblem(`What ${mark} begins has no end`, pattern, at)
}
