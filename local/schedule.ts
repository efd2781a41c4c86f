import { randomUUID } from "node:crypto"
import { setTimeout } from "node:timers/promises"
import type { ScheduledEvent } from "aws-lambda"
import type { LocalFunction } from "./functions/function"
import { region } from "./names"

const hour = 3_600_000
const minute = 60_000

/** What EventBridge sends to a function whose time has come. */
const scheduledEvent = (name: string): ScheduledEvent => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: `${new Date().toISOString().slice(0, 19)}Z`,
  region,
  resources: [`arn:aws:events:${region}:000000000000:rule/${name}`],
  detail: {},
})

type Schedule = {
  name: string
  target: Pick<LocalFunction, "invoke" | "reload">
  report: (line: string) => void
  signal: AbortSignal
  everyMs?: number
}

/** Runs a function now and every hour, until the signal fires. In between no process waits for it. */
export const runHourly = (schedule: Schedule) => run({ everyMs: hour, ...schedule }, "in an hour", false)

/** Runs a function now and every minute, until the signal fires. Its process stays: starting one takes seconds. */
export const runEveryMinute = (schedule: Schedule) =>
  run({ everyMs: minute, ...schedule }, "in a minute", true)

/**
 * Runs what works in the background now and every few seconds, until the signal fires: on a laptop somebody waits for
 * it. It is run anew when it has ended, so that no two of its runs are there at the same time.
 */
export const runInBackground = (schedule: Schedule) =>
  run({ everyMs: 3_000, ...schedule }, "in a moment", true)

/** A run that fails is reported; the next one comes as ever. */
async function run(
  { name, target, report, signal, everyMs }: Required<Schedule>,
  next: string,
  stays: boolean,
) {
  while (!signal.aborted) {
    await target.invoke(scheduledEvent(name)).catch((error) => {
      if (!signal.aborted) report(`failed, and runs again ${next}: ${error}`)
    })
    if (!stays) target.reload()
    await setTimeout(everyMs, undefined, { signal }).catch(() => {})
  }
}
