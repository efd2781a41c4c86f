import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import type { ArgsDef } from "citty"
import { linkBuckets } from "../buckets"
import { numberOf } from "../number"
import { table } from "../output"
import type { Stage } from "../stage"
import type { Fault } from "./fault"
import { type Found, kinds, walk } from "./walk"

/** What `integrity check` and `integrity repair` take. */
export const options = {
  of: {
    type: "enum",
    options: [...kinds],
    description: "one kind alone: photos and their objects, counters, orphaned objects",
  },
  items: { type: "string", default: "10000", description: "how many rows and objects are looked at" },
  from: { type: "string", valueHint: "place", description: "goes on where the last run ended" },
  minutes: { type: "string", default: "60", description: "younger objects are left alone" },
} satisfies ArgsDef

type Args = { of?: string; items: string; from?: string; minutes: string }

/** Walks through a stage as the options say. */
export async function look(stage: Stage, args: Args, say: (line: string) => void): Promise<Found> {
  await linkBuckets(stage)
  let told = Date.now()
  return walk({
    client: stage.client(DynamoDBClient),
    table: stage.names.table,
    of: kinds.filter((kind) => !args.of || kind === args.of),
    items: numberOf("items", args.items),
    from: args.from,
    pause: 2000,
    age: numberOf("minutes", args.minutes, 0) * 60_000,
    progress(line) {
      if (Date.now() - told < 5000) return
      told = Date.now()
      say(line)
    },
  })
}

/** Faults as a table. */
export const shown = (faults: readonly Fault[]) =>
  table(
    faults.map(({ kind, what, found, remedy }) => ({
      kind,
      what,
      found,
      remedy: remedy ?? "somebody has to think",
    })),
    [{ of: "kind" }, { of: "what" }, { of: "found" }, { of: "remedy" }],
  )

/** What was looked at, and how to go on. */
export const ending = ({ looked, next }: Found, command: string, stage: Stage) =>
  next
    ? `${looked} rows and objects were looked at, and there are more:\n\n  npm run ops -- ${command} --stage ${stage.name} --from ${next}`
    : `${looked} rows and objects were looked at, to the end.`
