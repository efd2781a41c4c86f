import { writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, test } from "vitest"
import { temporaryFolder } from "../test-kit"
import { openCheckpoint } from "./checkpoint"

describe("the checkpoint", () => {
  test("outlives its process and compares numbers, not text", async () => {
    const file = path.join(await temporaryFolder(), "checkpoint.json")
    const checkpoint = await openCheckpoint(file, "stream")
    await checkpoint.advance("shard", "9")
    await checkpoint.advance("shard", "10")
    await checkpoint.advance("shard", "9")
    expect((await openCheckpoint(file, "stream")).position("shard")).toBe("10")
  })

  test("remembers shards that are read to their end", async () => {
    const file = path.join(await temporaryFolder(), "checkpoint.json")
    const checkpoint = await openCheckpoint(file, "stream")
    await checkpoint.finish("shard")
    await checkpoint.advance("shard", "7")
    expect((await openCheckpoint(file, "stream")).isFinished("shard")).toBe(true)
  })

  test("of another stream, or broken, means the beginning", async () => {
    const file = path.join(await temporaryFolder(), "checkpoint.json")
    await (await openCheckpoint(file, "stream")).advance("shard", "9")
    expect((await openCheckpoint(file, "other")).position("shard")).toBeUndefined()
    await writeFile(file, '{"stream":')
    expect((await openCheckpoint(file, "stream")).position("shard")).toBeUndefined()
  })
})
