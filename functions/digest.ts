import type { ScheduledEvent } from "aws-lambda"
import { Emergency } from "../core/emergency"
import { log, logged } from "../core/log"
import { Notification } from "../core/notification"

/** Milliseconds after which no further round is begun: who is due then is due in the next hour as well. */
const longest = 40_000

/**
 * Runs every hour: mails what is unread to people who asked for that once a day. While the stage can only be read it
 * waits: the mails lead to things to do there, and who is due stays due.
 * @throws Error when some mails could not be sent, so that somebody is told; everything else was
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const began = Date.now()
  const { mode } = await Emergency.modeNow()
  if (mode === "read-only") return log.info("digests wait", { mode })
  let faults = 0
  for (let more = true; more && Date.now() - began < longest; ) {
    const round = await Notification.sendDigests()
    log.info("digests sent", { ...round, duration: Date.now() - began })
    faults += round.faults
    more = round.more
  }
  if (faults > 0) throw new Error(`${faults} digests could not be sent.`)
})
