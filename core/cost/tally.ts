import type { Feature, Meter, Tally, Usage, Uses } from "./cost.schema"
import { featureOf, type Metered, memory } from "./features"
import { together, withPeople } from "./people"

export const nothing = (): Tally => ({ uses: {}, photos: 0, photoBytes: 0, people: "" })

/** What is on a line under the same name. */
const asSaid = ["readUnits", "writeUnits", "storageReads", "storageWrites", "mails"] as const

/**
 * Sums up what the lines of a function's log say that was used.
 * @param lines as they were written; those that end a call tell what it used, and every line has to be taken in
 */
export function tallyOf(name: Metered, lines: Iterable<string>): Tally {
  const tally = nothing()
  const people = new Set<string>()
  for (const text of lines) {
    const line = parsed(text)
    const ends =
      line.message === "request" ||
      line.message === "page" ||
      /^call (ended|failed)$/.test(String(line.message))
    const feature = featureOf(name, line.route)
    if (typeof line.user_id === "string" && name === "api") people.add(line.user_id)
    if (line.message === "photo ready") {
      tally.photos += 1
      tally.photoBytes += number(line.bytes) + number(line.variantBytes)
    }
    add(tally.uses, feature, { logBytes: Buffer.byteLength(text), ...(ends ? used(name, line) : {}) })
  }
  return { ...tally, people: withPeople("", people) }
}

function used(name: Metered, line: Record<string, unknown>): Usage {
  const usage: Usage = { calls: 1, gbSeconds: (memory[name] / 1024) * (number(line.duration) / 1000) }
  if (line.message === "request") usage.apiCalls = 1
  for (const meter of asSaid) if (number(line[meter]) > 0) usage[meter] = number(line[meter])
  // What is processed was put there by a browser, which writes no log.
  if (name === "image-processing") usage.storageWrites = (usage.storageWrites ?? 0) + 1
  return usage
}

/** Several days, or several functions, as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const all = nothing()
  for (const { uses, photos, photoBytes } of tallies) {
    all.photos += photos
    all.photoBytes += photoBytes
    for (const [feature, usage] of Object.entries(uses)) add(all.uses, feature as Feature, usage)
  }
  return { ...all, people: together(tallies.map(({ people }) => people)) }
}

function add(uses: Uses, feature: Feature, more: Usage) {
  const usage = uses[feature] ?? {}
  uses[feature] = usage
  for (const [meter, amount] of Object.entries(more) as [Meter, number][])
    usage[meter] = (usage[meter] ?? 0) + amount
}

const number = (value: unknown) => (typeof value === "number" && value > 0 ? value : 0)

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
