import type { Token } from "./lexer"
import type { Value } from "./pattern"
import { PatternProblem } from "./problem"

const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** What a condition compares with: a number, text with its wildcards, or an expression. */
export function readValue(token: Token, pattern: string): Value {
  if (token.kind === "regex") return { kind: "regex", regex: regexOf(token.text, pattern, token.at) }
  if (token.kind === "word" && number.test(token.text)) return { kind: "number", number: Number(token.text) }
  return { kind: "text", parts: token.text.split("*") }
}

/**
 * An expression between `%` as CloudWatch takes it: no groups, letters of one byte.
 * @throws PatternProblem for what is not allowed there
 */
export function regexOf(text: string, pattern: string, at: number): RegExp {
  const foreign = /(?:^|[^\\])([^\w\s\\:#=@/;,^$?[\]{}|*+.-])/.exec(text)
  if (foreign) {
    const place = at + 1 + foreign.index + foreign[0].length - 1
    throw new PatternProblem(`"${foreign[1]}" is not allowed in an expression`, pattern, place)
  }
  try {
    return new RegExp(text)
  } catch (error) {
    const why = (error as Error).message.split(": ").at(-1)
    throw new PatternProblem(`This expression is none (${why})`, pattern, at)
  }
}
