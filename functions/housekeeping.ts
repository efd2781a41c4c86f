import type { ScheduledEvent } from "aws-lambda"
import { Integrity } from "../core/integrity"
import { log, logged } from "../core/log"
import { measure } from "../core/metrics"
import { stuckPhotos } from "../core/photo/stuck"
import { sweepUploads } from "../core/photo/sweep"

/** Milliseconds after which no further round is begun. */
const longest = 60_000

/**
 * Runs every hour: counts the photos that are stuck and, of a sample, the counters that drifted, and removes what people
 * began and left.
 * @throws Error when something could not be removed, so that somebody is told; everything else was
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const began = Date.now()
  measure("PhotosStuck", await stuckPhotos())
  measure("CounterDrift", await Integrity.sampleDrift())
  for (let more = true; more && Date.now() - began < longest; ) {
    const swept = await sweepUploads()
    log.info("uploads swept", { ...swept, duration: Date.now() - began })
    if (swept.faults > 0) throw new Error(`${swept.faults} photos or uploads could not be swept.`)
    more = swept.more
  }
})
