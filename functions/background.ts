import type { ScheduledEvent } from "aws-lambda"
import { Departure } from "../core/departure"
import { Emergency } from "../core/emergency"
import { Export } from "../core/export"
import { Import } from "../core/import"
import { log, logged } from "../core/log"
import { minutes } from "../core/time"

/** Seconds after which nothing more is begun: a minute before the platform would end it. */
const longest = minutes(9)
/** Seconds that one kind of work may take before the others have their turn. */
const turn = minutes(2)

/** What became of a kind of work: whether some is left that can be gone on with now, and what failed. */
export type Round = { more: boolean; faults: number }

/**
 * Work that takes longer than anybody waits for an answer. Each goes on where it was, in short steps that may be cut
 * off and done again, until a time (milliseconds since 1970), and holds what it works on by a lease: several runs at the
 * same time do different things.
 */
type Work = (until: number) => Promise<Round>

/** In turns. */
const works: Record<string, Work> = {
  exports: Export.goOn,
  imports: Import.goOn,
  deletions: Departure.goOn,
}

/**
 * Runs every minute, beside the runs that are still there. While the stage can only be read, everything waits.
 * @throws Error when something failed, so that somebody is told; the rest was gone on with
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const { mode } = await Emergency.modeNow()
  if (mode === "read-only") return log.info("background waits", { mode })
  const faults = await goOn(works, Date.now() + longest * 1000)
  if (faults > 0) throw new Error(`${faults} pieces of work in the background failed.`)
})

/** Goes on with every kind of work, in turns, until nothing is left or the time is over. @returns how much failed */
export async function goOn(all: Record<string, Work>, until: number): Promise<number> {
  const left = new Map(Object.entries(all))
  let faults = 0
  while (left.size > 0 && Date.now() < until) {
    for (const [name, work] of [...left]) {
      const round = await work(Math.min(until, Date.now() + turn * 1000)).catch((error) => {
        log.error("work in the background failed", { work: name, error: error as Error })
        return { more: false, faults: 1 }
      })
      faults += round.faults
      if (!round.more) left.delete(name)
    }
  }
  return faults
}
