import { z } from "zod"
import type { LetterView } from "./dead-letter.schema"

/** An event that a function refused to the end. */
export type Letter = Omit<LetterView, "of" | "event" | "tries"> & {
  /** The function, as the runbook calls it. */
  of: string
  tries: number | undefined
  /** What the function was called with; of a change of the table, AWS keeps only where it is in the stream. */
  event: unknown
}

/** A letter that is held for as long as somebody decides about it. */
export type Held = Letter & {
  /** Calls the function again, and forgets the letter when that went well. @returns how it went @throws Error why it did not */
  redrive(): Promise<string>
  discard(): Promise<void>
}

/** Letters of a stage, the oldest first; whoever has them lets them go again. */
export type Hold = { letters: Held[]; release(): Promise<void> }
export type Wanted = { of?: string | undefined; atMost: number }

const Key = z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })
const Keys = z.object({
  eventName: z.string().optional(),
  dynamodb: z.object({ Keys: z.record(z.string(), z.object({ S: z.string() })).optional() }),
})
const Event = z.object({ Records: z.array(z.unknown()).min(1) })
const Scheduled = z.object({ "detail-type": z.string(), time: z.string().optional() })
const Failed = z.object({ requestPayload: z.unknown() })

/** What an event is about, in a few words. */
export function aboutOf(event: unknown): string {
  const scheduled = Scheduled.safeParse(event).data
  if (scheduled) return `${scheduled["detail-type"]} ${scheduled.time ?? ""}`.trim()
  const failed = Failed.safeParse(event).data
  if (failed?.requestPayload) return aboutOf(failed.requestPayload)
  const records = Event.safeParse(event).data?.Records ?? []
  const [first] = records
  const more = records.length > 1 ? ` and ${records.length - 1} more` : ""
  const key = Key.safeParse(first).data?.s3.object.key
  if (key !== undefined) return `${decodeURIComponent(key.replaceAll("+", " "))}${more}`
  const row = Keys.safeParse(first).data
  if (!row) return ""
  const { pk, sk } = row.dynamodb.Keys ?? {}
  return `${row.eventName ?? ""} ${pk?.S ?? "?"} ${sk?.S ?? "?"}${more}`.trim()
}

/** An event without what rows hold: people's words, addresses and hashes are nobody's to read in passing. */
export function discreet(event: unknown): unknown {
  return JSON.parse(
    JSON.stringify(event ?? null, (name, value) =>
      (name === "NewImage" || name === "OldImage") && value && typeof value === "object"
        ? `(${Object.keys(value).join(", ")})`
        : value,
    ),
  )
}

const Answer = z.object({ batchItemFailures: z.array(z.unknown()).min(1) })

/** @throws Error when a function of the stream says that it could not do a record */
export function refuseFailures(answer: unknown): void {
  if (Answer.safeParse(answer).success) throw new Error("The function reports the record as failed again.")
}
