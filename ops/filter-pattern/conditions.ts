import type { Token } from "./lexer"
import type { Check, Condition, Operator } from "./pattern"
import { PatternProblem } from "./problem"
import { readValue } from "./values"

const operators: readonly string[] = ["=", "!=", "<", "<=", ">", ">="] satisfies Operator[]

/** Reads tokens one after the other, and complains where they stand. */
export class Reader {
  #next = 0
  constructor(
    readonly tokens: readonly Token[],
    readonly pattern: string,
  ) {}

  get token(): Token {
    return this.tokens[this.#next] ?? { kind: "end", text: "", at: this.pattern.length }
  }

  take(): Token {
    const { token } = this
    this.#next++
    return token
  }

  /** Whether the next is this sign or word (in any case); it is taken then. */
  takes(text: string): boolean {
    const { kind } = this.token
    const fits = (kind === "sign" || kind === "word") && this.token.text.toUpperCase() === text
    if (fits) this.#next++
    return fits
  }

  expect(text: string, why: string): void {
    if (!this.takes(text)) this.fail(why)
  }

  fail(why: string, token = this.token): never {
    throw new PatternProblem(why, this.pattern, token.at)
  }
}

/**
 * Reads conditions joined by `&&` and `||`; `&&` binds closer, and parentheses closest.
 * @param readOf reads what a condition is about
 */
export function readCondition<Of>(reader: Reader, readOf: (reader: Reader) => Of): Condition<Of> {
  let left = readBoth(reader, readOf)
  while (reader.takes("||")) left = { kind: "or", sides: [left, readBoth(reader, readOf)] }
  return left
}

function readBoth<Of>(reader: Reader, readOf: (reader: Reader) => Of): Condition<Of> {
  let left = readOne(reader, readOf)
  while (reader.takes("&&")) left = { kind: "and", sides: [left, readOne(reader, readOf)] }
  return left
}

function readOne<Of>(reader: Reader, readOf: (reader: Reader) => Of): Condition<Of> {
  if (reader.takes("(")) {
    const inside = readCondition(reader, readOf)
    reader.expect(")", 'A ")" is missing')
    return inside
  }
  const of = readOf(reader)
  const check = readCheck(reader)
  return check ? { kind: "check", of, check } : readComparison(reader, of)
}

/** `IS NULL`, `IS TRUE`, `IS FALSE`, `EXISTS`, `NOT EXISTS`. */
function readCheck(reader: Reader): Check | undefined {
  if (reader.takes("EXISTS")) return "exists"
  if (reader.takes("NOT")) {
    reader.expect("EXISTS", "After NOT comes EXISTS")
    return "not exists"
  }
  if (!reader.takes("IS")) return undefined
  for (const [word, check] of [
    ["NULL", "null"],
    ["TRUE", "true"],
    ["FALSE", "false"],
  ] as const)
    if (reader.takes(word)) return check
  return reader.fail("After IS comes NULL, TRUE or FALSE")
}

/** An operator with what it compares with. */
function readComparison<Of>(reader: Reader, of: Of): Condition<Of> {
  const sign = reader.take()
  if (sign.kind !== "sign" || !operators.includes(sign.text)) {
    reader.fail("Here one of = != < <= > >= is expected, or IS, EXISTS, NOT EXISTS", sign)
  }
  const operator = sign.text as Operator
  const token = reader.take()
  if (token.kind === "sign" || token.kind === "end")
    reader.fail(`What ${operator} compares with is missing`, token)
  const value = readValue(token, reader.pattern)
  if (operator !== "=" && operator !== "!=" && value.kind !== "number")
    reader.fail(`${operator} compares numbers alone`, token)
  return { kind: "compare", of, operator, value }
}
