import type { ScheduledEvent } from "aws-lambda"
import { Album } from "../core/album"
import { Cdn } from "../core/cdn"
import { Draft } from "../core/draft"
import { Emergency } from "../core/emergency"
import { Incident } from "../core/incident"
import { log, logged } from "../core/log"
import { Post } from "../core/post"

/** Milliseconds that it waits for the CDN: it is done before the next minute. */
const patience = 40_000

/**
 * Runs every minute: publishes what was scheduled, goes on with accounts that were being closed or opened, looks
 * whether the CDN has forgotten what it should, and tells the next level of incidents that nobody has acknowledged.
 * While the stage can only be read, what was scheduled stays due; what was begun is finished. Two runs at the same time
 * do each thing once.
 * @throws Error when something could not be done, so that somebody is told; everything else was
 */
export const handler = logged(async (_: ScheduledEvent): Promise<void> => {
  const { escalated, faults: unescalated } = await Incident.escalateDue()
  const { mode } = await Emergency.modeNow()
  const due = mode === "read-only" ? { faults: 0 } : await Draft.publishDue()
  const sweeps = await Post.resumeSweeps()
  const albums = await Album.resumeGone()
  const cdn = await Cdn.confirm(patience)
  const faults = due.faults + cdn.faults + unescalated
  log.info("every minute", { mode, ...due, sweeps, albums, invalidations: cdn.left, escalated, faults })
  if (faults > 0) throw new Error(`${faults} scheduled posts, invalidations or escalations failed.`)
})
