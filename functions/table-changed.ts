import type { AttributeValue } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { log, logged, withFields } from "../core/log"
import { measure } from "../core/metrics"
import { type Change, project } from "../core/stream"

/**
 * Facts changed in the table: what follows from them happens here, in order. Everything before the first failure is
 * done; from there on the stream delivers again.
 */
export const handler = logged(async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  for (const record of event.Records) {
    if (!(await followed(record).catch((error: Error) => unreadable(record, error))))
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] }
  }
  return { batchItemFailures: [] }
})

/** Does what follows from one change, under the id of the request that caused it. @returns whether it could */
async function followed(record: DynamoDBRecord): Promise<boolean> {
  const change = changeOf(record)
  const { __edb_e__: entity } = change.after ?? change.before ?? {}
  const requestId = change.before ? undefined : change.after?.requestId
  const fields = {
    ...(typeof requestId === "string" ? { request_id: requestId } : {}),
    entity: String(entity),
    sequence: record.dynamodb?.SequenceNumber,
  }
  return withFields(fields, async () => {
    const began = performance.now()
    try {
      await project(change)
      if (requestId) log.info("change followed", { duration: Math.round(performance.now() - began) })
      if (entity === "post" && !change.before) measure("FanOutLag", age(record))
      return true
    } catch (error) {
      log.error("projection failed", { error: error as Error })
      return false
    }
  })
}

/** What cannot even be read is named like what cannot be followed: those before it are done. */
function unreadable({ dynamodb }: DynamoDBRecord, error: Error): false {
  log.error("change unreadable", { sequence: dynamodb?.SequenceNumber, error })
  return false
}

/** Milliseconds since the change was written; the stream tells whole seconds. */
const age = ({ dynamodb }: DynamoDBRecord) =>
  Math.max(0, Date.now() - (dynamodb?.ApproximateCreationDateTime ?? Date.now() / 1000) * 1000)

function changeOf({ dynamodb }: DynamoDBRecord): Change {
  const image = (values: unknown) =>
    values ? unmarshall(values as Record<string, AttributeValue>) : undefined
  return { before: image(dynamodb?.OldImage), after: image(dynamodb?.NewImage) }
}
