import type { Check, Condition, Field, Operator, Pattern, Selector, Term, Value } from "./pattern"

/**
 * Whether a log event fits a pattern, as CloudWatch Logs decides it.
 * @param message the event as it was written
 */
export function matches(pattern: Pattern, message: string): boolean {
  if (pattern.kind === "terms") return hasTerms(pattern.terms, message)
  if (pattern.kind === "fields") return fitsFields(pattern.fields, fieldsOf(message))
  const event = jsonOf(message)
  if (event === undefined) return false
  return holds(pattern.condition, { at: (selector) => select(event, selector), asNumber: jsonNumber })
}

function hasTerms(terms: readonly Term[], message: string): boolean {
  const has = (term: Term) => ("text" in term ? message.includes(term.text) : term.regex.test(message))
  const of = (need: Term["need"]) => terms.filter((term) => term.need === need)
  const [all, any, none] = [of("all"), of("any"), of("none")]
  // Beside words that must be there, or must not, those with `?` count for nothing.
  const some = any.length === 0 || all.length + none.length > 0 || any.some(has)
  return all.every(has) && some && !none.some(has)
}

function jsonOf(message: string): object | undefined {
  try {
    const value: unknown = JSON.parse(message)
    return typeof value === "object" && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** What is at a place of an event; undefined where nothing is. */
function select(event: unknown, [step, ...rest]: Selector): unknown {
  if (step === undefined) return event
  if (typeof event !== "object" || event === null || Array.isArray(event) !== (typeof step === "number"))
    return undefined
  return Object.hasOwn(event, step)
    ? select((event as Record<string | number, unknown>)[step], rest)
    : undefined
}

/** How what a condition is about is found, and read as a number. */
type Look<Of> = { at: (of: Of) => unknown; asNumber: (found: unknown) => number }

function holds<Of>(condition: Condition<Of>, look: Look<Of>): boolean {
  if (condition.kind === "and" || condition.kind === "or") {
    const [left, right] = condition.sides
    return condition.kind === "and"
      ? holds(left, look) && holds(right, look)
      : holds(left, look) || holds(right, look)
  }
  const found = look.at(condition.of)
  if (condition.kind === "check") return checks[condition.check](found)
  // What is not there, or is a list or an object, is neither equal nor unequal to anything.
  if (found === undefined || found === null || typeof found === "object") return false
  return comparisons[condition.operator](found, condition.value, look.asNumber)
}

const checks: Record<Check, (found: unknown) => boolean> = {
  null: (found) => found === null,
  true: (found) => found === true,
  false: (found) => found === false,
  exists: (found) => found !== undefined,
  "not exists": (found) => found === undefined,
}

type Compare = (found: unknown, value: Value, asNumber: (found: unknown) => number) => boolean
const byNumber =
  (fits: (found: number, bound: number) => boolean): Compare =>
  (found, value, asNumber) =>
    value.kind === "number" && fits(asNumber(found), value.number)

const equals: Compare = (found, value, asNumber) => {
  if (value.kind === "number") return asNumber(found) === value.number
  if (value.kind === "regex") return value.regex.test(String(found))
  return isLike(String(found), value.parts)
}

const comparisons: Record<Operator, Compare> = {
  "=": equals,
  "!=": (...of) => !equals(...of),
  "<": byNumber((found, bound) => found < bound),
  "<=": byNumber((found, bound) => found <= bound),
  ">": byNumber((found, bound) => found > bound),
  ">=": byNumber((found, bound) => found >= bound),
}

/** In JSON a number that stands in quotes is none. */
const jsonNumber = (found: unknown) => (typeof found === "number" ? found : Number.NaN)
const textNumber = (found: unknown) => (found === "" ? Number.NaN : Number(found))

/** Whether a text has these parts in their order, from its begin to its end, with anything between. */
function isLike(text: string, parts: readonly string[]): boolean {
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")
  return new RegExp(`^${pattern}$`, "s").test(text)
}

/** The fields of a space-delimited event; what stands in quotes or brackets is one. */
function fieldsOf(message: string): string[] {
  return [...message.matchAll(/"((?:[^"\\]|\\.)*)"|\[([^\]]*)\]|(\S+)/g)].map(
    ([, quoted, bracketed, word]) => quoted ?? bracketed ?? word ?? "",
  )
}

function fitsFields(fields: readonly Field[], values: readonly string[]): boolean {
  const rest = fields.findIndex(({ kind }) => kind === "rest")
  const named = fields.filter((field) => field.kind === "field")
  if (rest < 0 ? values.length !== named.length : values.length < named.length) return false
  return named.every(({ condition }, i) => {
    // What comes after `...` is counted from the end.
    const value = values[rest < 0 || i < rest ? i : values.length - named.length + i]
    return !condition || holds(condition, { at: () => value, asNumber: textNumber })
  })
}
