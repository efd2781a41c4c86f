import type { ScheduledEvent } from "aws-lambda"
import { Cost } from "../core/cost"
import { overdue } from "../core/departure/due"
import { Emergency } from "../core/emergency"
import { Incident } from "../core/incident"
import { Integrity } from "../core/integrity"
import { log, logged } from "../core/log"
import { measure } from "../core/metrics"
import { stuckPhotos } from "../core/photo/stuck"
import { sweepUploads } from "../core/photo/sweep"
import { Status } from "../core/status"

/** Milliseconds after which no further round is begun. */
const longest = 60_000

/**
 * Runs every hour: judges the status page anew, counts the photos that are stuck and, of a sample, the counters that
 * drifted, and the accounts that should have been erased, sums up what was used, and removes what people began and left. While the stage can only be read nothing is
 * removed: whose upload waits may go on with it.
 * @throws Error when something could not be removed or read, so that somebody is told; everything else was
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const began = Date.now()
  // First: it needs no table.
  await Status.refresh()
  await Incident.publish()
  measure("PhotosStuck", await stuckPhotos())
  measure("CounterDrift", await Integrity.sampleDrift())
  measure("DeletionsOverdue", await overdue())
  const unread = await rollUp().catch((error: Error) => error)
  const { mode } = await Emergency.modeNow()
  for (let more = mode !== "read-only"; more && Date.now() - began < longest; ) {
    const swept = await sweepUploads()
    log.info("uploads swept", { ...swept, duration: Date.now() - began })
    if (swept.faults > 0) throw new Error(`${swept.faults} photos or uploads could not be swept.`)
    more = swept.more
  }
  if (unread) throw unread
})

/** What the logs tell of costs since the last time, day by day. */
async function rollUp(): Promise<void> {
  for (const at = Date.now(); ; ) {
    const read = await Cost.rollUp(at)
    if (!read) return
    log.info("costs rolled up", read)
  }
}
