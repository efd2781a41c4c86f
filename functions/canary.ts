import type { ScheduledEvent } from "aws-lambda"
// Past the door: it leads to the table and to photos, of which this function has neither.
import { complaint } from "../core/canary/outcome"
import { play } from "../core/canary/play"
import { config } from "../core/config"
import { log, logged } from "../core/log"
import { Status } from "../core/status"

/**
 * Runs every five minutes: does what people come for, through the front door, and writes how that went to the status
 * page, also when the table is what is broken.
 * @throws Error when a journey failed, so that the function's Errors count it and the alarm hears of it
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const journeys = await play(config.settings.siteUrl, { password: config.canarySecret })
  let unwritten: Error | undefined
  const failed = journeys.filter(({ state }) => state !== "ok").length
  for (const { name, ...how } of journeys) log.info("canary journey", { journey: name, ...how })
  log.info("canary", { journeys: journeys.length, failed })
  await Status.noteJourneys(journeys).catch((error: Error) => {
    unwritten = error
    log.error("status not written", { error })
  })
  if (failed > 0) throw new Error(`The canary failed: ${complaint(journeys)}`)
  if (unwritten) throw new Error("The status page could not be written.", { cause: unwritten })
})
