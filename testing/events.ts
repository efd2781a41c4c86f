import { randomUUID } from "node:crypto"
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBRecord, S3Event } from "aws-lambda"
import { config } from "../core/config"
import { Storage } from "../core/storage"
import { handler as photoUploaded } from "../functions/photo-uploaded"
import { handler as tableChanged } from "../functions/table-changed"
import { toLambdaRecord } from "../local/events/stream-record"

type SignedPost = { url: string; fields: Record<string, string> }

/** Sends bytes with a signed form, as a browser does. Gives storage's answer. */
export async function send({ url, fields }: SignedPost, bytes: Buffer): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append("file", new Blob([new Uint8Array(bytes)]), "photo.jpg")
  return fetch(url, { method: "POST", body: form })
}

let clock = 0

/** The event that storage makes of an object in `incoming/`. */
export function s3Event(key: string, size: number, sequencer?: string): S3Event {
  const order = sequencer ?? (Date.now() * 1000 + clock++).toString(16).toUpperCase().padStart(16, "0")
  const object = {
    key: encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+"),
    size,
    eTag: randomUUID().replaceAll("-", ""),
    sequencer: order,
  }
  const owner = { principalId: "LOCAL" }
  const bucket = {
    name: config.originalsBucket,
    ownerIdentity: owner,
    arn: `arn:aws:s3:::${config.originalsBucket}`,
  }
  return {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: "us-east-1",
        eventTime: new Date().toISOString(),
        eventName: "ObjectCreated:Post",
        userIdentity: owner,
        requestParameters: { sourceIPAddress: "127.0.0.1" },
        responseElements: { "x-amz-request-id": randomUUID(), "x-amz-id-2": "local" },
        s3: { s3SchemaVersion: "1.0", configurationId: "local", bucket, object },
      },
    ],
  }
}

/** Sends the bytes of an upload and delivers the event, once. */
export async function uploaded(upload: SignedPost, bytes: Buffer): Promise<void> {
  const answer = await send(upload, bytes)
  if (!answer.ok) throw new Error(`storage said ${answer.status}: ${await answer.text()}`)
  await delivered(upload.fields.key ?? "", bytes.length)
}

/** Delivers the event of an object that arrived, once. */
export const delivered = (key: string, byteLength: number) =>
  photoUploaded(s3Event(key, byteLength), { awsRequestId: randomUUID() })

type Shard = { StreamArn: string; ShardId: string; after?: string }
let streams: DynamoDBStreamsClient | undefined
let known: Shard[] | undefined

/** The shards of this file's table, which stay the same: the embedded stream never splits one. */
async function shards(client: DynamoDBStreamsClient): Promise<Shard[]> {
  if (known) return known
  const { Table } = await new DynamoDBClient({}).send(
    new DescribeTableCommand({ TableName: config.tableName }),
  )
  const StreamArn = Table?.LatestStreamArn ?? ""
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }))
  const found = StreamDescription?.Shards ?? []
  // A stream without one yet is asked again.
  if (found.length > 0) known = found.map(({ ShardId = "" }) => ({ StreamArn, ShardId }))
  return known ?? []
}

/** What changed in this file's table since the last call, as Lambda gets it. */
export async function changes(): Promise<DynamoDBRecord[]> {
  streams ??= new DynamoDBStreamsClient({ endpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB })
  const records: DynamoDBRecord[] = []
  for (const shard of await shards(streams)) {
    const { StreamArn, ShardId, after } = shard
    const from = after
      ? ({ ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after } as const)
      : ({ ShardIteratorType: "TRIM_HORIZON" } as const)
    let next = (await streams.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...from })))
      .ShardIterator
    for (;;) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: next }))
      const found = page.Records ?? []
      if (found.length === 0) break
      records.push(...found.map((record) => toLambdaRecord(record, { arn: StreamArn, region: "us-east-1" })))
      shard.after = found.at(-1)?.dynamodb?.SequenceNumber
      next = page.NextShardIterator
    }
  }
  return records
}

/** Delivers changes until nothing follows from them any more. */
export async function settle(): Promise<void> {
  for (;;) {
    const Records = await changes()
    if (Records.length === 0) return
    const { batchItemFailures } = await tableChanged({ Records })
    if (batchItemFailures.length > 0) throw new Error("a change could not be projected")
  }
}

/** Keys of all objects whose key begins so, in both buckets. */
export async function objectsOf(photoId: string, userId: string): Promise<string[]> {
  const keys = await Promise.all([
    Storage.keys(config.mediaBucket, Storage.variantPrefix("public", photoId)),
    Storage.keys(config.mediaBucket, Storage.variantPrefix("private", photoId)),
    Storage.keys(config.originalsBucket, Storage.originalKey({ kind: "incoming", userId, photoId })),
    Storage.keys(config.originalsBucket, Storage.originalKey({ kind: "kept", userId, photoId })),
  ])
  return keys.flat()
}
