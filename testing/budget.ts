import type { ConsumedCapacity } from "@aws-sdk/client-dynamodb"
import { dynamo } from "../core/table/client"

/** What something costs at the table, as DynamoDB bills it. */
export type Spent = {
  requests: number
  /** Steps that wait for each other: calls made together are one. */
  hops: number
  /** Read and write request units, indexes included. */
  read: number
  write: number
  /** Each call: its name, its units and which step it was made in. */
  calls: { name: string; hop: number; units: number }[]
}

type Recorder = { calls: Spent["calls"]; hop: number; ended: boolean }
let recorder: Recorder | undefined

const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/
type Args = { input: Record<string, unknown> }
type Output = { output: { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] } }

dynamo.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      const at = recorder
      if (!at) return next(args)
      // A call that is made once another of the same step has ended may wait for it.
      if (at.ended) Object.assign(at, { hop: at.hop + 1, ended: false })
      const call = { name: commandName.replace(/Command$/, ""), hop: at.hop, units: 0 }
      at.calls.push(call)
      ;(args as Args).input.ReturnConsumedCapacity = "TOTAL"
      const result = await next(args)
      const consumed = [(result as unknown as Output).output.ConsumedCapacity ?? []].flat()
      call.units = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
      if (call.hop === at.hop) at.ended = true
      return result
    },
  { step: "initialize", priority: "high", name: "testing-budget", override: true },
)

/**
 * Runs something and tells what it cost at the table.
 * @returns what it gave, and what it spent
 */
export async function spent<T>(run: () => Promise<T>): Promise<Spent & { result: T }> {
  const mine: Recorder = { calls: [], hop: 1, ended: false }
  recorder = mine
  try {
    const result = await run()
    const sum = (is: (name: string) => boolean) =>
      mine.calls.filter(({ name }) => is(name)).reduce((total, { units }) => total + units, 0)
    return {
      result,
      requests: mine.calls.length,
      hops: Math.max(0, ...mine.calls.map(({ hop }) => hop)),
      read: sum((name) => !writes.test(name)),
      write: sum((name) => writes.test(name)),
      calls: mine.calls,
    }
  } finally {
    recorder = undefined
  }
}
