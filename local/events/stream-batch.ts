import { setTimeout } from "node:timers/promises"
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { backoff } from "./backoff"

/** How many times a record is tried by itself before it becomes a dead letter. */
export const maxTries = 6

export type BatchDelivery = {
  /** Calls the function; rejects when it throws. */
  invoke: (event: DynamoDBStreamEvent) => Promise<unknown>
  /** Everything up to and with this record is done. */
  advance: (record: DynamoDBRecord) => Promise<void>
  bury: (record: DynamoDBRecord, error: unknown, tries: number) => Promise<void>
  report: (line: string) => void
  signal: AbortSignal
  retryMs?: number
}

/**
 * Delivers records in order, as Lambda's event source mapping does with batch item failures reported and bisect on
 * error: what precedes the first failure is done, the rest is tried again; when the function throws, the batch is
 * halved until the record at fault stands alone. A record that fails to the end is buried and the others go on.
 * Resolves early, with nothing lost, when the signal fires.
 */
export async function deliverBatch(records: DynamoDBRecord[], delivery: BatchDelivery) {
  const { invoke, advance, bury, report, signal, retryMs = 200 } = delivery
  let rest = records
  let size = rest.length
  let tries = 0
  while (rest.length > 0 && !signal.aborted) {
    const batch = rest.slice(0, size)
    const outcome = await attempt(invoke, batch)
    if (signal.aborted && outcome.error) return
    const last = batch[outcome.done - 1]
    if (last) {
      await advance(last)
      rest = rest.slice(outcome.done)
      tries = 0
    }
    const [head] = rest
    if (!head || !outcome.error) {
      size = Math.max(1, size * 2)
      continue
    }
    if (outcome.threw && batch.length > 1) {
      size = Math.ceil(batch.length / 2)
      continue
    }
    tries++
    if (tries >= maxTries) {
      await bury(head, outcome.error, tries)
      await advance(head)
      rest = rest.slice(1)
      tries = 0
      continue
    }
    const pause = backoff(tries, retryMs)
    report(`try ${tries} of ${maxTries} failed, again in ${Math.round(pause)} ms: ${outcome.error}`)
    await setTimeout(pause, undefined, { signal }).catch(() => {})
  }
}

type Outcome = { done: number; threw: boolean; error?: unknown }

async function attempt(invoke: BatchDelivery["invoke"], batch: DynamoDBRecord[]): Promise<Outcome> {
  try {
    const failures = failuresIn(await invoke({ Records: batch }))
    if (failures.length === 0) return { done: batch.length, threw: false }
    const positions = failures.map((id) =>
      batch.findIndex((record) => record.dynamodb?.SequenceNumber === id),
    )
    // As Lambda: a failure that names none of the records is a failure of them all.
    const first = Math.max(0, Math.min(...positions))
    return {
      done: first,
      threw: false,
      error: new Error(`The function reported failures: ${failures.join(", ")}`),
    }
  } catch (error) {
    return { done: 0, threw: true, error }
  }
}

function failuresIn(response: unknown): unknown[] {
  const items = (response as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null)?.batchItemFailures
  return (items ?? []).map((item) => item?.itemIdentifier)
}
