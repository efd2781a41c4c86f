import { OpsProblem } from "../problem"

const units = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/**
 * A length of time such as `30s`, `5m`, `1h`, `7d`, `2w`, in milliseconds.
 * @throws OpsProblem for what is none
 */
export function lengthOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhdw])$/.exec(text) ?? []
  if (!number || !unit)
    throw new OpsProblem(`"${text}" is no length of time.`, "Write 30s, 5m, 1h, 7d or 2w.")
  return Number(number) * units[unit as keyof typeof units]
}

/**
 * A moment: so long ago (`1h`), a date or a time (`2026-11-28`, `2026-11-28T09:30`, in the machine's own zone unless it
 * names one), or milliseconds since 1970, as the AWS CLI takes them.
 * @returns milliseconds
 * @throws OpsProblem for what is none
 */
export function momentOf(text: string, now = Date.now()): number {
  if (/^\d{12,}$/.test(text)) return Number(text)
  // A date alone would be midnight in Greenwich.
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text
  const parsed = /^\d{4}-/.test(time) ? Date.parse(time) : Number.NaN
  if (!Number.isNaN(parsed)) return parsed
  if (text === "now") return now
  try {
    return now - lengthOf(text)
  } catch {
    throw new OpsProblem(
      `"${text}" is no moment.`,
      "Write how long ago, 30m or 7d, or a time: 2026-11-28T09:30.",
    )
  }
}

/** What commands take that look at a period. */
export const periodArgs = {
  since: { type: "string", valueHint: "time", description: "from when on: 30m, 7d, 2026-11-28T09:30" },
  until: { type: "string", valueHint: "time", default: "now", description: "until when" },
} as const

/**
 * A period in milliseconds.
 * @throws OpsProblem when it ends before it begins
 */
export function periodOf(args: { since: string; until: string }, now = Date.now()) {
  const [since, until] = [momentOf(args.since, now), momentOf(args.until, now)]
  if (since >= until) throw new OpsProblem(`${args.since} is not before ${args.until}.`)
  return { since, until }
}

/** A whole number above 0. @throws OpsProblem for what is none */
export function countOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new OpsProblem(`"${text}" is no number above 0.`)
  return Number(text)
}
