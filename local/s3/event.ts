import type { S3EventRecord } from "aws-lambda"
import { encodeKey } from "./http/encoding"
import type { Address, StoredObject } from "./store/record"

export type EventName =
  | "ObjectCreated:Put"
  | "ObjectCreated:Post"
  | "ObjectCreated:Copy"
  | "ObjectCreated:CompleteMultipartUpload"
  | "ObjectRemoved:Delete"

/** The request behind an event. */
export type Cause = { event: EventName; requestId: string; sourceIp: string }

type Subject = {
  address: Address
  object: StoredObject | null
  sequencer: string
  time: string
  region: string
}

/** Writes the event record S3 would send. A removal carries neither size nor eTag, as in S3. */
export function eventRecord(cause: Cause, subject: Subject): S3EventRecord {
  const { address, object, sequencer, time, region } = subject
  const described = object ? { size: object.size, eTag: object.etag } : {}
  return {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: region,
    eventTime: time,
    eventName: cause.event,
    userIdentity: { principalId: "AWS:LOCAL" },
    requestParameters: { sourceIPAddress: cause.sourceIp },
    responseElements: { "x-amz-request-id": cause.requestId, "x-amz-id-2": "local" },
    s3: {
      s3SchemaVersion: "1.0",
      configurationId: "local",
      bucket: {
        name: address.bucket,
        ownerIdentity: { principalId: "LOCAL" },
        arn: `arn:aws:s3:::${address.bucket}`,
      },
      object: {
        key: encodeKey(address.key),
        ...described,
        sequencer,
      } as S3EventRecord["s3"]["object"],
    },
  }
}
