import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import type { Context } from "../../command"
import { capacityOf, describeTable } from "../../db/facts"
import { loadCommand } from "../../registry"
import type { Stage } from "../../stage"
import type { About } from "../context"
import type { Part } from "../report"

type TableData = {
  mode: string
  parts: { part: string; reads: string; writes: string; takes: string; throttled: number; advice?: string }[]
}
type FunctionData = {
  functions: {
    name: string
    average: number
    longest: number
    timeout: number
    used?: number
    memory: number
    throttled: number
    advice?: string
  }[]
}

/** What the table and the functions use against what they can take, as `ops optimize` finds it, in thirty days. */
export async function capacity({ stage, words: { capacity: w, ...words } }: About): Promise<Part> {
  if (stage.isLocal) {
    const found = await describeTable(stage.client(DynamoDBClient), stage.names.table)
    const items = found.ItemCount ?? 0
    return {
      title: w.title,
      state: "ok",
      said: [w.mode(capacityOf(found).mode), w.local],
      tables: [{ columns: [{ as: "" }, { as: "", align: "right" }], rows: [[w.items, words.number(items)]] }],
      figures: { "items in the table": items },
    }
  }
  const [{ mode, parts }, { functions }] = await Promise.all([
    ask<TableData>(stage, "optimize dynamodb"),
    ask<FunctionData>(stage, "optimize lambda"),
  ])
  const right = (all: readonly string[]) =>
    all.map((as, i) => ({ as, ...(i > 0 ? { align: "right" as const } : {}) }))
  const needs = [
    ...parts.flatMap(({ part, throttled, advice }) => {
      const command = "optimize dynamodb --hours 720"
      if (throttled > 0) return [{ what: w.needThrottled(part, throttled), command }]
      return advice ? [{ what: w.needUnused(part), command }] : []
    }),
    ...functions
      .filter(({ advice = "" }) => /timeout|memory:|held back/.test(advice))
      .map(({ name, advice = "" }) => ({
        what: w.needFunction(name, advice),
        command: "optimize lambda --hours 720",
      })),
  ]
  return {
    title: w.title,
    state: needs.length > 0 ? "needs" : "ok",
    said: [w.mode(mode)],
    tables: [
      {
        columns: right(w.columns),
        rows: parts.map(({ part, reads, writes, takes, throttled }) => [
          part,
          reads,
          writes,
          takes,
          words.number(throttled),
        ]),
      },
      ...(functions.length > 0
        ? [
            {
              columns: right(w.functions),
              rows: functions.map(({ name, average, longest, timeout, used, memory }) => [
                name,
                words.number(average),
                words.number(longest),
                words.number(timeout),
                used === undefined ? words.none : words.number(used),
                words.number(memory),
              ]),
            },
          ]
        : []),
    ],
    needs,
    figures: { throttled: parts.reduce((sum, { throttled }) => sum + throttled, 0) },
  }
}

async function ask<Data>(stage: Stage, name: string): Promise<Data> {
  const { run } = await loadCommand(name)
  const quiet = () => {}
  const context = { args: { hours: "720" }, stage, say: quiet, emit: quiet }
  return (await run(context as unknown as Context<never>)).data as Data
}
