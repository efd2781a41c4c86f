import { exit, OpsProblem } from "../problem"

/** A log that is not there: its function was never deployed. */
export class NoSuchLog extends OpsProblem {
  constructor(place: string) {
    super(
      `There is no log group ${place}.`,
      "It is made with the deployment: look at --stage, AWS_PROFILE and AWS_REGION.",
      exit.failed,
    )
  }
}

/** One event of a log: when it happened, in milliseconds, and what was written. */
export type LogEvent = { at: number; message: string }

/** What is wanted of a log; times in milliseconds, the end not included. */
export type Query = { since: number; until: number; filter?: string | undefined }

/** A log of a stage. */
export type LogSource = {
  /** Where it is, for people. */
  place: string
  /**
   * The events of a period that fit a filter pattern, in the order written.
   * @throws OpsProblem for a log that is not there, or a pattern that is none
   */
  search(query: Query): AsyncIterable<LogEvent>
  /** The same, and then what is written from now on, until the signal fires. */
  follow(query: Omit<Query, "until">, signal: AbortSignal): AsyncIterable<LogEvent>
}

/** The logs of a stage by their names: those of the runbook, and the functions'. */
export const logNames = [
  "api",
  "image-processing",
  "access",
  "waf",
  "stream",
  "photo-given-up",
  "every-minute",
  "background",
  "digest",
  "housekeeping",
  "canary",
] as const
export type LogName = (typeof logNames)[number]

/** The names of functions that are called otherwise here. */
export const functionOf = (name: LogName) => (name === "stream" ? "table-changed" : name)

/** @returns a log's name. @throws OpsProblem for what is none */
export function logNameOf(text: string): LogName {
  const name = logNames.find((one) => one === text)
  if (name) return name
  throw new OpsProblem(`There is no log "${text}".`, `There are: ${logNames.join(", ")}.`)
}
