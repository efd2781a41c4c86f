import { watch } from "node:fs"
import path from "node:path"
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams"
import type { S3EventRecord } from "aws-lambda"
import { openCheckpoint } from "./events/checkpoint"
import { keepDeadLetter } from "./events/dead-letters"
import { openOutbox } from "./events/outbox"
import { pulse } from "./events/pulse"
import { followStream } from "./events/stream"
import { deliverBatch } from "./events/stream-batch"
import type { LocalFunction } from "./functions/function"
import { buckets, region } from "./names"
import type { Services } from "./services"

/** Whether storage tells photo-uploaded about this: new objects below `incoming/` of the originals, as in AWS. */
export function isUpload({ eventName, s3 }: S3EventRecord) {
  const key = decodeURIComponent(s3.object.key.replaceAll("+", " "))
  return (
    eventName.startsWith("ObjectCreated:") &&
    s3.bucket.name === buckets.originals &&
    key.startsWith("incoming/")
  )
}

/** The pending uploads: kept from the moment storage acknowledges them, delivered once the function can run. */
export function openUploads(options: {
  dataDir: string
  concurrency: number
  deliver: (event: unknown, id: string) => Promise<unknown>
  /** Told about an upload that failed to the end, as Lambda's failure destination is. */
  gaveUp?: (failure: FailedInvocation) => Promise<unknown>
  signal: AbortSignal
}) {
  const { dataDir, gaveUp, ...delivery } = options
  return openOutbox({
    ...delivery,
    gaveUp: async (event, id, error) => gaveUp?.(failureOf(event, id, error)),
    folder: path.join(dataDir, "events"),
    deadLetters: path.join(dataDir, "dead-letters"),
    functionName: "photo-uploaded",
  })
}

/** What Lambda sends to the destination of a function whose event failed to the end. */
export type FailedInvocation = ReturnType<typeof failureOf>
const failureOf = (event: unknown, requestId: string, error: unknown) => ({
  version: "1.0",
  timestamp: new Date().toISOString(),
  requestContext: {
    requestId,
    condition: "RetriesExhausted",
    functionArn: `arn:aws:lambda:${region}:000000000000:function:photo-uploaded`,
    approximateInvokeCount: 3,
  },
  requestPayload: event,
  responseContext: { statusCode: 200, executedVersion: "$LATEST", functionError: "Unhandled" },
  responsePayload: { errorMessage: String(error) },
})

/** Delivers the table's stream to table-changed until the signal fires. */
export async function deliverStream(options: {
  dataDir: string
  services: Pick<Services, "credentials" | "streamArn" | "dynamo">
  target: Pick<LocalFunction, "invoke">
  signal: AbortSignal
  retryMs?: number
}) {
  const { dataDir, services, target, signal, retryMs } = options
  const { credentials, streamArn: arn, dynamo } = services
  const name = "table-changed"
  const report = (line: string) => console.warn(`[${name}] ${line}`)
  const checkpoint = await openCheckpoint(path.join(dataDir, "checkpoint.json"), arn)
  const client = new DynamoDBStreamsClient({ region, credentials, endpoint: dynamo.url })
  const written = pulse()
  // A write to the database file tells at once that there is something to read; polling alone is the fallback.
  const watcher = dynamo.folder ? watchWrites(dynamo.folder, written.ring) : undefined
  try {
    await followStream({
      client,
      arn,
      region,
      checkpoint,
      report,
      pulse: written,
      idleMs: dynamo.folder ? 250 : 100,
      signal,
      deliver: (shard, records) =>
        deliverBatch(records, {
          invoke: target.invoke,
          advance: ({ dynamodb }) => checkpoint.advance(shard, dynamodb?.SequenceNumber ?? "0"),
          async bury(record, error, tries) {
            const letter = { function: name, event: { Records: [record] }, error, tries }
            const file = await keepDeadLetter(path.join(dataDir, "dead-letters"), letter)
            console.error(`[${name}] gave up after ${tries} tries: ${file}`)
          },
          report,
          signal,
          retryMs,
        }),
    })
  } finally {
    watcher?.close()
    client.destroy()
  }
}

/** Where the system watches no more files, polling has to do. */
function watchWrites(folder: string, ring: () => void) {
  try {
    return watch(folder, ring).on("error", () => {})
  } catch {
    return undefined
  }
}
