import { setTimeout } from "node:timers/promises"
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams"
import type { DynamoDBRecord } from "aws-lambda"
import { backoff } from "./backoff"
import type { Checkpoint } from "./checkpoint"
import type { Pulse } from "./pulse"
import { toLambdaRecord } from "./stream-record"

export type StreamReader = {
  client: DynamoDBStreamsClient
  arn: string
  region: string
  checkpoint: Checkpoint
  /** Delivers a shard's records in order; what it has not advanced past is read again. */
  deliver: (shard: string, records: DynamoDBRecord[]) => Promise<void>
  report: (line: string) => void
  /** Rung when something was written, so that an idle reader looks at once. */
  pulse: Pulse
  /** The longest wait between two looks. */
  idleMs: number
  signal: AbortSignal
}

/** Reads a stream from its checkpoint, or its beginning, until the signal fires. A parent shard precedes its children. */
export async function followStream(reader: StreamReader) {
  const reading = new Map<string, Promise<void>>()
  while (!reader.signal.aborted) {
    const shards = (await patiently(reader, () => describeShards(reader))) ?? []
    const ids = new Set(shards.map((shard) => shard.ShardId))
    for (const { ShardId: id = "", ParentShardId: parent } of shards) {
      const ready = !parent || !ids.has(parent) || reader.checkpoint.isFinished(parent)
      if (!ready || reader.checkpoint.isFinished(id) || reading.has(id)) continue
      reading.set(
        id,
        readShard(reader, id).finally(() => reading.delete(id)),
      )
    }
    // A shard that ends has children: look again.
    if (reading.size > 0) await Promise.race(reading.values())
    else await reader.pulse.wait(reader.idleMs, reader.signal)
  }
  await Promise.all(reading.values())
}

async function describeShards({ client, arn, signal }: StreamReader) {
  const shards: Shard[] = []
  let after: string | undefined
  do {
    const command = new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: after })
    const { StreamDescription } = await client.send(command, { abortSignal: signal })
    shards.push(...(StreamDescription?.Shards ?? []))
    after = StreamDescription?.LastEvaluatedShardId
  } while (after)
  return shards
}

async function readShard(reader: StreamReader, shard: string) {
  const { checkpoint, pulse, signal } = reader
  let iterator: string | undefined
  let wait = 50
  while (!signal.aborted) {
    const from = iterator
    const page = await patiently(reader, () => readPage(reader, shard, from))
    if (!page || signal.aborted) {
      iterator = undefined
      continue
    }
    if (page.records.length > 0) {
      await reader.deliver(shard, page.records)
      if (signal.aborted) return
    }
    if (!page.next) return checkpoint.finish(shard)
    iterator = page.next
    if (page.records.length > 0) continue
    wait = (await pulse.wait(wait, signal)) ? 50 : Math.min(reader.idleMs, wait * 1.5)
  }
}

/** One page; undefined when the iterator is of no use any more and a new one is needed. */
async function readPage(reader: StreamReader, shard: string, iterator: string | undefined) {
  const { client, arn, region, signal } = reader
  try {
    const ShardIterator = iterator ?? (await newIterator(reader, shard))
    const page = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 100 }), {
      abortSignal: signal,
    })
    const records = (page.Records ?? []).map((record) => toLambdaRecord(record, { arn, region }))
    return { records, next: page.NextShardIterator }
  } catch (error) {
    if (error instanceof ExpiredIteratorException) return undefined
    if (!(error instanceof TrimmedDataAccessException)) throw error
    reader.checkpoint.forget(shard)
    return undefined
  }
}

async function newIterator({ client, arn, checkpoint, signal }: StreamReader, shard: string) {
  const position = checkpoint.position(shard)
  const command = new GetShardIteratorCommand({
    StreamArn: arn,
    ShardId: shard,
    ...(position
      ? { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: position }
      : { ShardIteratorType: "TRIM_HORIZON" }),
  })
  return (await client.send(command, { abortSignal: signal })).ShardIterator
}

/** Repeats a call to the stream until it answers: a failure here is nobody's record. */
async function patiently<T>(
  { report, signal }: StreamReader,
  call: () => Promise<T>,
): Promise<T | undefined> {
  for (let attempt = 1; !signal.aborted; attempt++) {
    try {
      return await call()
    } catch (error) {
      if (signal.aborted) break
      report(`the stream does not answer: ${error}`)
      await setTimeout(backoff(attempt, 100, 5000), undefined, { signal }).catch(() => {})
    }
  }
  return undefined
}
