import type { AttributeValue, _Record as StreamsRecord } from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBRecord, AttributeValue as EventValue } from "aws-lambda"

type Item = Record<string, AttributeValue>

/**
 * Turns a record as the SDK reads it into the one that Lambda hands to a function: plain JSON, binary in base64,
 * times in seconds, the region ours.
 */
export function toLambdaRecord(
  record: StreamsRecord,
  stream: { arn: string; region: string },
): DynamoDBRecord {
  const { dynamodb = {}, userIdentity } = record
  const event: DynamoDBRecord = {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion ?? "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: stream.region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor((dynamodb.ApproximateCreationDateTime?.getTime() ?? 0) / 1000),
      Keys: toItem(dynamodb.Keys ?? {}),
      ...(dynamodb.NewImage ? { NewImage: toItem(dynamodb.NewImage) } : {}),
      ...(dynamodb.OldImage ? { OldImage: toItem(dynamodb.OldImage) } : {}),
      SequenceNumber: dynamodb.SequenceNumber,
      SizeBytes: dynamodb.SizeBytes,
      StreamViewType: dynamodb.StreamViewType,
    },
    eventSourceARN: stream.arn.replace(/^(arn:\w+:\w+):[^:]*/, `$1:${stream.region}`),
  }
  // Only removals by time to live name who did it.
  if (userIdentity) {
    event.userIdentity = { type: userIdentity.Type, principalId: userIdentity.PrincipalId }
  }
  return event
}

const toItem = (item: Item): Record<string, EventValue> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, toValue(value)]))

function toValue(value: AttributeValue): EventValue {
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.L) return { L: value.L.map(toValue) }
  if (value.M) return { M: toItem(value.M) }
  return value as EventValue
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
