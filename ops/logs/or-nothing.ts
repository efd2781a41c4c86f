import { type LogEvent, type LogSource, NoSuchLog, type Query } from "./source"

/** The events of a log; none where its function was never deployed, and so has no log. */
export async function* orNothing(log: LogSource, query: Query): AsyncGenerator<LogEvent> {
  try {
    yield* log.search(query)
  } catch (error) {
    if (!(error instanceof NoSuchLog)) throw error
  }
}
