import type { FoundLine } from "../../core/explain/explain.schema"
import { patternOf } from "../logs/pattern"
import { type LogName, logNames } from "../logs/source"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"

/** So many words fit into one pattern, and so many lines of one log are enough. */
const [atOnce, most] = [20, 500]

/** Looks through all logs of a stage for lines that hold one of some words. */
export function finder(stage: Stage, period: { since: number; until: number }) {
  async function search(log: LogName, words: readonly string[]): Promise<FoundLine[]> {
    const filter = words.map((word) => (words.length > 1 ? `?"${word}"` : `"${word}"`)).join(" ")
    const fits = patternOf(filter)
    const found: FoundLine[] = []
    for await (const { at, message } of stage.log(log).search({ ...period, filter })) {
      if (fits(message)) found.push({ at, log, message })
      if (found.length === most) break
    }
    return found
  }
  return async (words: readonly string[]): Promise<FoundLine[]> => {
    const found: FoundLine[] = []
    for (let at = 0; at < words.length; at += atOnce) {
      const some = words.slice(at, at + atOnce)
      const each = logNames.map((log) => search(log, some).catch(none))
      found.push(...(await Promise.all(each)).flat())
    }
    return found
  }
}

/** A log that the stage does not have, or that nobody has written to, holds nothing. */
function none(error: unknown): FoundLine[] {
  if (error instanceof OpsProblem) return []
  throw error
}
