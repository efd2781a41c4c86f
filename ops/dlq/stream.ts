import {
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBRecord } from "aws-lambda"
import type { DeadLetter } from "../../core/dead-letter"
import { toLambdaRecord } from "../../local/events/stream-record"
import { OpsProblem } from "../problem"
import type { Stage } from "../stage"

/**
 * Reads a batch from the stream again, which keeps it for a day.
 * @throws OpsProblem when it is no longer there
 */
export async function recordsOf(stage: Stage, batch: DeadLetter.Batch): Promise<DynamoDBRecord[]> {
  const client = stage.client(DynamoDBStreamsClient)
  const { streamArn: StreamArn, shardId: ShardId, startSequenceNumber, endSequenceNumber } = batch
  try {
    let next = (
      await client.send(
        new GetShardIteratorCommand({
          StreamArn,
          ShardId,
          ShardIteratorType: "AT_SEQUENCE_NUMBER",
          SequenceNumber: startSequenceNumber,
        }),
      )
    ).ShardIterator
    const found: DynamoDBRecord[] = []
    while (next && found.length < batch.batchSize) {
      const page = await client.send(new GetRecordsCommand({ ShardIterator: next }))
      const records = (page.Records ?? []).map((record) =>
        toLambdaRecord(record, { arn: StreamArn, region: stage.region }),
      )
      found.push(...records.filter((record) => isUpTo(record, endSequenceNumber)))
      if (records.length === 0 || records.some((record) => !isUpTo(record, endSequenceNumber))) break
      next = page.NextShardIterator
    }
    if (found.length > 0) return found
  } catch (error) {
    if (!(error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException))
      throw error
  }
  throw new OpsProblem(
    "The stream keeps changes for a day: these are gone.",
    `npm run ops -- integrity check --stage ${stage.name} finds what did not follow from them; then discard the letter.`,
  )
}

/** Sequence numbers differ in length: they are numbers, not text. */
const isUpTo = ({ dynamodb }: DynamoDBRecord, end: string) =>
  BigInt(dynamodb?.SequenceNumber ?? 0) <= BigInt(end)
