import { OpsProblem } from "../problem"
import type { Stage } from "../stage"
import { type About, day, timeOf } from "./context"
import { capacity } from "./parts/capacity"
import { bill, cost } from "./parts/cost"
import { errors } from "./parts/errors"
import { metrics } from "./parts/metrics"
import { alarms, audit, backups, certificates, drills, letters, restoreDrill, stuck } from "./parts/state"
import { traces } from "./parts/traces"
import { type Part, type Report, reportOf } from "./report"
import { type Lang, type Words, wordsOf } from "./words"

type Maker = (about: About) => Promise<Part>
const makers: Record<Report["kind"], { days: number; parts: [keyof Words, Maker][] }> = {
  weekly: {
    days: 7,
    parts: [
      ["alarms", alarms],
      ["letters", letters],
      ["stuck", stuck],
      ["errors", errors],
      ["metrics", metrics],
      ["audit", audit],
      ["certificates", certificates],
      ["backups", backups],
      ["drills", drills],
    ],
  },
  monthly: {
    days: 30,
    parts: [
      ["cost", cost],
      ["bill", bill],
      ["traces", traces],
      ["capacity", capacity],
      ["drills", restoreDrill],
    ],
  },
}

/**
 * Makes a report. What cannot be looked at is said in its place, and needs a person; the rest is there.
 * @param last the report of the same kind before this one
 */
export async function makeReport(
  stage: Stage,
  { kind, lang, last, say }: { kind: Report["kind"]; lang: Lang; last?: Report; say: (line: string) => void },
): Promise<Report> {
  await stage.link()
  const now = Date.now()
  const words = wordsOf(lang)
  const about: About = { stage, since: now - makers[kind].days * day, until: now, words, last }
  const parts: Part[] = []
  for (const [name, make] of makers[kind].parts) {
    const { title } = words[name] as { title: string }
    say(`${title} …`)
    parts.push(await make(about).catch((error: Error) => unknown(title, error, words)))
  }
  const iso = (at: number) => new Date(at).toISOString()
  return reportOf(
    { kind, stage: stage.name, lang, since: iso(about.since), until: iso(now), madeAt: timeOf(now) },
    parts,
    last,
  )
}

function unknown(title: string, error: Error, words: Words): Part {
  const why = error instanceof OpsProblem ? error.message : `${error.name}: ${error.message}`
  return {
    title,
    state: "unknown",
    said: [words.couldNot(why)],
    needs: [{ what: words.unknown(title) }],
  }
}
