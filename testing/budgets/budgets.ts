import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { z } from "zod"
import type { Spent } from "../budget"
import { routeOf } from "../routes"

const Budget = z.strictObject({ requests: z.int(), read: z.number(), write: z.number() })
export type Budget = z.output<typeof Budget>

const file = fileURLToPath(new URL("budgets.json", import.meta.url))

/** What each page and each call may cost at the table, by its name: `GET /api/me`, `page /u/[handle]`. */
export const budgets: Record<string, Budget> = z
  .record(z.string(), Budget)
  .parse(JSON.parse(readFileSync(file, "utf8")))

/** The name of a call as the document has it: `GET /api/users/{handle}`. */
export function callName(method: string, target: string): string {
  const { file } = routeOf(target.split("?")[0] ?? "")
  return `${method} ${file.pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}")}`
}

/** What each thing cost at most, with the calls of when it made most of them. */
export type Measured = Map<string, Budget & Pick<Spent, "calls">>

/** Notes what something cost, where it is the most so far. */
export function measure(measured: Measured, name: string, { requests, read, write, calls }: Spent) {
  const before = measured.get(name) ?? { requests: 0, read: 0, write: 0, calls: [] }
  measured.set(name, {
    requests: Math.max(before.requests, requests),
    read: Math.max(before.read, read),
    write: Math.max(before.write, write),
    calls: requests > before.requests ? calls : before.calls,
  })
}

/** Names and ids differ in length from run to run, and DynamoDB rounds bytes up to half a unit, a query or an item. */
const roundingUnits = 1

/**
 * Holds what was measured against the budgets.
 * @returns a line for each thing that has no budget or is beyond it, with the calls it made. With RAISE_BUDGETS set the
 * file is brought up to what was measured, so that a change of it is seen and argued for.
 */
export function beyond(measured: Measured): string[] {
  if (process.env.RAISE_BUDGETS) raise(measured)
  return namesBeyond(measured).map((name) => {
    const { calls = [], ...cost } = measured.get(name) ?? {}
    const made = calls.map((call) => `${call.hop}. ${call.name} ${call.units}`).join(", ")
    const budget = budgets[name]
    const allowed = budget ? `beyond ${JSON.stringify(budget)}` : "and has no budget"
    return `${name} cost ${JSON.stringify(cost)}, ${allowed}: ${made}`
  })
}

/** The names of what has no budget or is beyond it. */
export function namesBeyond(measured: Measured): string[] {
  return [...measured].flatMap(([name, cost]) => {
    const budget = budgets[name]
    const isWithin =
      budget !== undefined &&
      cost.requests <= budget.requests &&
      cost.read <= budget.read + roundingUnits &&
      cost.write <= budget.write + roundingUnits
    return isWithin ? [] : [name]
  })
}

function raise(measured: Measured) {
  for (const [name, cost] of measured) {
    const old = budgets[name] ?? { requests: 0, read: 0, write: 0 }
    budgets[name] = {
      requests: Math.max(old.requests, cost.requests),
      read: Math.max(old.read, cost.read),
      write: Math.max(old.write, cost.write),
    }
  }
  const lines = Object.keys(budgets)
    .sort()
    .map(
      (name) =>
        `  ${JSON.stringify(name)}: ${JSON.stringify(budgets[name])
          .replaceAll(/([:,{])(?=.)/g, "$1 ")
          .replace("{ ", "{ ")
          .replace("}", " }")}`,
    )
  writeFileSync(file, `{\n${lines.join(",\n")}\n}\n`)
}
