import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda"
import { describe, expect, test } from "vitest"
import { deliverBatch, maxTries } from "./stream-batch"

const records = (...numbers: number[]): DynamoDBRecord[] =>
  numbers.map((number) => ({ dynamodb: { SequenceNumber: String(number) } }))
const numbersOf = ({ Records }: DynamoDBStreamEvent) =>
  Records.map((record) => Number(record.dynamodb?.SequenceNumber))

/** Delivers to a function and tells what it saw, how far the checkpoint went, and what was buried. */
async function deliver(batch: DynamoDBRecord[], invoke: (numbers: number[]) => unknown) {
  const seen: number[][] = []
  const advanced: number[] = []
  const buried: { number: number; tries: number }[] = []
  const stopping = new AbortController()
  await deliverBatch(batch, {
    invoke: async (event) => {
      seen.push(numbersOf(event))
      return invoke(numbersOf(event))
    },
    advance: async (record) => void advanced.push(Number(record.dynamodb?.SequenceNumber)),
    bury: async (record, _, tries) =>
      void buried.push({ number: Number(record.dynamodb?.SequenceNumber), tries }),
    report: () => {},
    signal: stopping.signal,
    retryMs: 1,
  })
  return { seen, advanced, buried }
}

const failures = (...numbers: (number | string)[]) => ({
  batchItemFailures: numbers.map((number) => ({ itemIdentifier: String(number) })),
})

describe("a batch of records", () => {
  test.each([undefined, null, {}, { batchItemFailures: [] }, { batchItemFailures: null }])(
    "is done when the function answers %o",
    async (answer) => {
      const { seen, advanced } = await deliver(records(1, 2, 3), () => answer)
      expect(seen).toEqual([[1, 2, 3]])
      expect(advanced).toEqual([3])
    },
  )

  test("goes on from the first reported failure, whatever the order of the report", async () => {
    let calls = 0
    const { seen, advanced, buried } = await deliver(records(1, 2, 3, 4), () =>
      ++calls === 1 ? failures(4, 3) : undefined,
    )
    expect(seen[0]).toEqual([1, 2, 3, 4])
    expect(seen[1]).toEqual([3, 4])
    expect(advanced).toEqual([2, 4])
    expect(buried).toEqual([])
  })

  test.each(["", "999"])("fails as a whole when the report names nothing of it (%j)", async (identifier) => {
    let calls = 0
    const { seen } = await deliver(records(1, 2), () => (++calls === 1 ? failures(identifier) : undefined))
    expect(seen).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  test("is halved when the function throws, until the poison stands alone and is buried", async () => {
    const all = Array.from({ length: 100 }, (_, index) => index + 1)
    const done: number[] = []
    const { seen, advanced, buried } = await deliver(records(...all), (numbers) => {
      if (numbers.includes(37)) throw new Error("poison")
      done.push(...numbers)
    })
    expect(seen.slice(0, 3).map((numbers) => numbers.length)).toEqual([100, 50, 25])
    expect(buried).toEqual([{ number: 37, tries: maxTries }])
    expect(done).toEqual(all.filter((number) => number !== 37))
    expect(advanced).toEqual([...advanced].sort((a, b) => a - b))
    expect(advanced.at(-1)).toBe(100)
    expect(seen.filter((numbers) => numbers.length === 1 && numbers[0] === 37)).toHaveLength(maxTries)
    expect(seen.length).toBeLessThan(30)
  })

  test("buries a record that is reported every time, and only that one", async () => {
    const { buried, advanced } = await deliver(records(1, 2, 3), (numbers) =>
      numbers.includes(2) ? failures(2) : undefined,
    )
    expect(buried).toEqual([{ number: 2, tries: maxTries }])
    expect(advanced).toEqual([1, 2, 3])
  })

  test("is left where it is when delivery stops", async () => {
    const stopping = new AbortController()
    const advanced: unknown[] = []
    let calls = 0
    await deliverBatch(records(1), {
      invoke: async () => {
        if (++calls === maxTries) stopping.abort()
        throw new Error("ended")
      },
      advance: async (record) => void advanced.push(record),
      bury: async () => expect.unreachable(),
      report: () => {},
      signal: stopping.signal,
      retryMs: 1,
    })
    expect(advanced).toEqual([])
  })
})
