import type { AttributeValue } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { log } from "../core/log"
import { type Change, project } from "../core/stream"

/**
 * Facts changed in the table: what follows from them happens here, in order. Everything before the first failure is
 * done; from there on the stream delivers again.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of event.Records) {
    try {
      await project(changeOf(record))
    } catch (error) {
      log.error("projection failed", { sequence: record.dynamodb?.SequenceNumber, error: error as Error })
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] }
    }
  }
  return { batchItemFailures: [] }
}

function changeOf({ dynamodb }: DynamoDBRecord): Change {
  const image = (values: unknown) =>
    values ? unmarshall(values as Record<string, AttributeValue>) : undefined
  return { before: image(dynamodb?.OldImage), after: image(dynamodb?.NewImage) }
}
