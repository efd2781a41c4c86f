import type { ScheduledEvent } from "aws-lambda"
import { log } from "../core/log"
import { sweepUploads } from "../core/photo/sweep"

/** Milliseconds after which no further round is begun. */
const longest = 60_000

/**
 * Runs every hour: removes what people began and left.
 * @throws Error when something could not be removed, so that somebody is told; everything else was
 */
export async function handler(_: ScheduledEvent): Promise<void> {
  const began = Date.now()
  for (let more = true; more && Date.now() - began < longest; ) {
    const swept = await sweepUploads()
    log.info("uploads swept", { ...swept, duration: Date.now() - began })
    if (swept.faults > 0) throw new Error(`${swept.faults} photos or uploads could not be swept.`)
    more = swept.more
  }
}
