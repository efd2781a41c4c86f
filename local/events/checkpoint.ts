import { readFile } from "node:fs/promises"
import { z } from "zod"
import { writeDurably } from "../file"

const finished = "finished"
const Checkpoint = z.object({ stream: z.string(), shards: z.record(z.string(), z.string()) })

/**
 * How far each shard of a stream has been delivered, kept in a file. A file that is missing, unreadable or about
 * another stream means the beginning: everything is delivered again, nothing is skipped.
 */
export async function openCheckpoint(file: string, stream: string) {
  const shards = await readShards(file, stream)
  const save = () =>
    writeDurably(
      file,
      JSON.stringify({ stream, shards: Object.fromEntries(shards) } satisfies z.output<typeof Checkpoint>),
    )
  return {
    /** Sequence number of the last record delivered. */
    position(shard: string) {
      return shards.get(shard)
    },
    isFinished(shard: string) {
      return shards.get(shard) === finished
    },
    /** Moves forward, never back. Sequence numbers differ in length: they are numbers, not text. */
    async advance(shard: string, sequence: string) {
      const before = shards.get(shard)
      if (before === finished || (before && BigInt(before) >= BigInt(sequence))) return
      shards.set(shard, sequence)
      await save()
    },
    /** The shard is closed and read to its end. */
    async finish(shard: string) {
      shards.set(shard, finished)
      await save()
    },
    /** The stream no longer has what follows the position: go on with the oldest that it has. */
    forget(shard: string) {
      shards.delete(shard)
    },
  }
}
export type Checkpoint = Awaited<ReturnType<typeof openCheckpoint>>

async function readShards(file: string, stream: string) {
  try {
    const read = Checkpoint.parse(JSON.parse(await readFile(file, "utf8")))
    if (read.stream === stream) return new Map(Object.entries(read.shards))
  } catch {
    // As for a first start.
  }
  return new Map<string, string>()
}
