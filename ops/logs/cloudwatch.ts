import { setTimeout } from "node:timers/promises"
import {
  type CloudWatchLogsClient,
  type FilteredLogEvent,
  InvalidParameterException,
  paginateFilterLogEvents,
  ResourceNotFoundException,
} from "@aws-sdk/client-cloudwatch-logs"
import { asSent } from "../filter-pattern"
import { OpsProblem } from "../problem"
import { patternOf } from "./pattern"
import { type LogEvent, type LogSource, NoSuchLog, type Query } from "./source"

/** How often a log is asked while it is followed, and how late events may come in, in milliseconds. */
const [pause, lateness] = [2000, 30_000]

/** A log group of CloudWatch Logs. */
export function cloudWatchLog(client: CloudWatchLogsClient, logGroupName: string): LogSource {
  async function* ask({ since, until, filter }: Query): AsyncGenerator<FilteredLogEvent> {
    try {
      const pages = paginateFilterLogEvents(
        { client },
        {
          logGroupName,
          startTime: since,
          // CloudWatch counts the end in.
          endTime: until - 1,
          ...(filter ? { filterPattern: asSent(filter) } : {}),
        },
      )
      for await (const { events } of pages) yield* events ?? []
    } catch (error) {
      throw explained(error, logGroupName, filter)
    }
  }
  return {
    place: logGroupName,
    async *search(query) {
      for await (const event of ask(query)) yield eventOf(event)
    },
    async *follow({ since, filter }, signal) {
      const seen = new Map<string, number>()
      let from = since
      while (!signal.aborted) {
        for await (const event of ask({ since: from, until: Date.now() + 1, filter })) {
          const { eventId = "", timestamp = 0 } = event
          if (seen.has(eventId)) continue
          seen.set(eventId, timestamp)
          yield eventOf(event)
        }
        from = Math.max(from, Date.now() - lateness)
        for (const [id, at] of seen) if (at < from) seen.delete(id)
        await setTimeout(pause, undefined, { signal }).catch(() => {})
      }
    },
  }
}

const eventOf = ({ timestamp = 0, message = "" }: FilteredLogEvent): LogEvent => ({
  at: timestamp,
  message: message.trimEnd(),
})

function explained(error: unknown, group: string, filter: string | undefined): unknown {
  if (error instanceof ResourceNotFoundException) {
    return new NoSuchLog(group)
  }
  if (error instanceof InvalidParameterException && filter) {
    // It says that the pattern is wrong; we may know where.
    patternOf(filter)
    return new OpsProblem(`CloudWatch Logs does not take the filter pattern: ${error.message}`)
  }
  return error
}
