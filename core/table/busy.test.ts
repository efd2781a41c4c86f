import { afterEach, describe, expect, it, vi } from "vitest"
import { during } from "../../testing/faults"
import { slow } from "../../testing/slow"
import { newId } from "../id"
import { dynamo } from "./client"
import { batch, table } from "./index"

afterEach(() => void vi.restoreAllMocks())

type Requests = Record<string, { PutRequest: unknown }[]>
const keysOf = (count: number) =>
  Array.from({ length: count }, () => ({ photoId: newId("photo"), expires: 2_000_000_000 }))
type Row = ReturnType<typeof keysOf>[number]

/** Writes rows as the product does: what was not taken is written again. */
async function write(rows: readonly Row[]) {
  const byId = new Map(rows.map((row) => [row.photoId, row]))
  await batch(rows, async (left) => {
    const { unprocessed } = await table().photoGone.put(left).go({ concurrent: 4 })
    return { unprocessed: unprocessed.flatMap(({ photoId }) => byId.get(photoId) ?? []) }
  })
}
async function found(rows: readonly Row[]) {
  const keys = rows.map(({ photoId }) => ({ photoId }))
  return (await batch(keys, (left) => table().photoGone.get(left).go({ consistent: true }))).length
}

describe("a busy table (check 9)", () => {
  it("that takes a part of each batch is written everything in the end", slow, async () => {
    const rows = keysOf(60)
    let refusals = 0
    await during(
      async ({ name, input }, next) => {
        if (name !== "BatchWriteItemCommand") return next()
        const [[tableName, requests]] = Object.entries(input.RequestItems as Requests) as [
          [string, Requests[string]],
        ]
        if (requests.length < 2) return next()
        const half = Math.ceil(requests.length / 2)
        refusals++
        input.RequestItems = { [tableName]: requests.slice(0, half) }
        const answer = (await next()) as { output: Record<string, unknown> }
        return {
          ...answer,
          output: { ...answer.output, UnprocessedItems: { [tableName]: requests.slice(half) } },
        }
      },
      () => write(rows),
    )
    expect(refusals).toBeGreaterThan(5)
    expect(await found(rows)).toBe(60)
  })

  it("is left alone for a pause that grows, and is drawn by lot so that not all come back at once", async () => {
    const pausesOf = async (lot: number) => {
      vi.spyOn(Math, "random").mockReturnValue(lot)
      const at: number[] = []
      await batch([1], async (left) => {
        at.push(performance.now())
        return { unprocessed: at.length < 4 ? left : [] }
      })
      return at.slice(1).map((time, index) => time - (at[index] ?? 0))
    }
    const [long, short] = [await pausesOf(0.999), await pausesOf(0)]
    for (const [index, pause] of long.entries()) expect(pause).toBeGreaterThanOrEqual(38 * 2 ** index)
    const sum = (pauses: number[]) => pauses.reduce((total, pause) => total + pause, 0)
    expect(sum(short)).toBeLessThan(sum(long) / 2)
  })

  it(
    "that throttles is asked again by the client itself, and the write is there in the end",
    slow,
    async () => {
      const [row] = keysOf(1) as [Row]
      let throttled = 0
      const slow =
        (next: (args: unknown) => Promise<unknown>, { commandName }: { commandName?: string }) =>
        async (args: unknown) => {
          if (commandName !== "PutItemCommand" || throttled === 3) return next(args)
          throttled++
          throw Object.assign(new Error("slow down"), {
            name: "ProvisionedThroughputExceededException",
            $fault: "client",
            $metadata: { httpStatusCode: 400 },
          })
        }
      const place = {
        relation: "after",
        toMiddleware: "retryMiddleware",
        name: "slow",
        override: true,
      } as const
      dynamo.middlewareStack.addRelativeTo(slow as never, place)
      await table().photoGone.put(row).go()
      dynamo.middlewareStack.remove("slow")
      expect([throttled, await found([row])]).toEqual([3, 1])
    },
  )
})
