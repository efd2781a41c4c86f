import type { Message } from "@aws-sdk/client-sqs"
import { z } from "zod"
import { aboutOf, type Letter } from "./letter"

/** Where in the stream the records are that were given up. */
export type Batch = z.output<typeof Batch>
const Batch = z.object({
  shardId: z.string(),
  startSequenceNumber: z.string(),
  endSequenceNumber: z.string(),
  batchSize: z.number(),
  streamArn: z.string(),
})

export type Queued = Letter & { batch?: Batch | undefined }

/** What Lambda sends to a failure destination: of an event, and of a batch of a stream. */
const Failure = z.object({
  timestamp: z.string().optional(),
  requestContext: z.object({ condition: z.string(), approximateInvokeCount: z.number().optional() }),
  requestPayload: z.unknown().optional(),
  responsePayload: z.object({ errorMessage: z.string() }).partial().nullish(),
  DDBStreamBatchInfo: Batch.optional(),
})

/**
 * A message of a queue of dead letters as a letter: a failure destination's, or the bare event that a function's own
 * dead-letter queue and the scheduler's hold, with the error beside it.
 */
export function letterOf(of: string, { MessageId, Body, Attributes, MessageAttributes }: Message): Queued {
  const sent = new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString()
  const body = parsed(Body ?? "")
  const failure = Failure.safeParse(body).data
  const said = (name: string) => MessageAttributes?.[name]?.StringValue
  if (!failure) {
    const why = said("ErrorMessage") ?? said("ERROR_MESSAGE") ?? "unknown"
    const tries = said("RETRY_ATTEMPTS")
    return {
      id: MessageId ?? "",
      of,
      at: sent,
      tries: tries ? Number(tries) + 1 : undefined,
      about: aboutOf(body),
      why,
      event: body,
    }
  }
  const { requestContext, requestPayload, responsePayload, timestamp, DDBStreamBatchInfo: batch } = failure
  return {
    id: MessageId ?? "",
    of,
    at: timestamp ? new Date(timestamp).toISOString() : sent,
    tries: requestContext.approximateInvokeCount,
    about: batch ? `${batch.batchSize} changes from ${batch.startSequenceNumber}` : aboutOf(requestPayload),
    why: responsePayload?.errorMessage ?? requestContext.condition,
    event: batch ?? requestPayload,
    batch,
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
