import { exit, OpsProblem } from "../problem"
import type { LogEvent, LogSource, Query } from "./source"

/** The events of a log, none where its function was never called, and so has no log. */
export async function* orNothing(log: LogSource, query: Query): AsyncGenerator<LogEvent> {
  try {
    yield* log.search(query)
  } catch (error) {
    if (!(error instanceof OpsProblem) || error.code !== exit.nothing) throw error
  }
}
