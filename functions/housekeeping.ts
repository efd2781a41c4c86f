import type { ScheduledEvent } from "aws-lambda"
import { log } from "../core/log"
import { sweepUploads } from "../core/photo/sweep"

/** Runs every hour: removes what people began and left. */
export async function handler(_: ScheduledEvent): Promise<void> {
  const began = Date.now()
  const swept = await sweepUploads()
  log.info("uploads swept", { ...swept, duration: Date.now() - began })
}
