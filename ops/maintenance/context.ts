import type { Stage } from "../stage"
import type { Report } from "./report"
import type { Words } from "./words"

/** What a part of a report is made from. */
export type About = {
  stage: Stage
  /** Milliseconds; days are counted back from the end. */
  since: number
  until: number
  words: Words
  /** The report of the same kind before this one. */
  last: Report | undefined
}

export const day = 86_400_000

/** Days of a period, from the first: where each begins. */
export const daysIn = ({ since, until }: Pick<About, "since" | "until">): number =>
  Math.max(1, Math.round((until - since) / day))

/** `2026-11-28` */
export const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** `2026-11-28 09:30 UTC` */
export const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`
