import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs"
import type { Metered } from "./features"

const logs = new CloudWatchLogsClient({ maxAttempts: 8 })

/**
 * The lines of a function's log in a period of time; none where it was never called.
 * @param since milliseconds; `until` is not part of it
 */
export async function* linesOf(name: Metered, since: number, until: number): AsyncGenerator<string> {
  const logGroupName = `/aws/lambda/${process.env.POWERTOOLS_SERVICE_NAME}-${name}`
  try {
    const pages = paginateFilterLogEvents(
      { client: logs },
      { logGroupName, startTime: since, endTime: until - 1 },
    )
    for await (const { events = [] } of pages) for (const { message = "" } of events) yield message
  } catch (error) {
    if ((error as Error).name !== "ResourceNotFoundException") throw error
  }
}
