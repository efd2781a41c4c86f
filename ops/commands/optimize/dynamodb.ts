import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { capacityOf, describeTable } from "../../db/facts"
import { numberOf } from "../../number"
import { average, greatest, hourly, type Series, sum } from "../../optimize/series"
import { table } from "../../output"

export default command({
  summary: "holds what the table and each index use against what they can take, and finds unused indexes",
  details:
    "Units a second, by the hour: average and maximum. Exit code 1 when something throttles. Which keys are hot CloudWatch's\nContributor Insights tell, where they are turned on.",
  examples: ["optimize dynamodb --stage production", "optimize dynamodb --hours 168 --stage production"],
  args: { hours: { type: "string", default: "24", description: "how far back" } },
  async run({ args, stage }) {
    const found = await describeTable(stage.client(DynamoDBClient), stage.names.table)
    const indexes = (found.GlobalSecondaryIndexes ?? []).map(
      ({ IndexName = "", IndexStatus, ItemCount, ProvisionedThroughput }) => ({
        name: IndexName,
        state: IndexStatus,
        items: ItemCount,
        throughput: ProvisionedThroughput,
      }),
    )
    const parts = [
      {
        name: "(table)",
        state: found.TableStatus,
        items: found.ItemCount,
        throughput: found.ProvisionedThroughput,
      },
      ...indexes,
    ]
    const hours = numberOf("hours", args.hours)
    const of = (part: string, metric: string): Series => ({
      namespace: "AWS/DynamoDB",
      metric,
      stat: "Sum",
      dimensions: {
        TableName: stage.names.table,
        ...(part === "(table)" ? {} : { GlobalSecondaryIndexName: part }),
      },
    })
    const metrics = [
      "ConsumedReadCapacityUnits",
      "ConsumedWriteCapacityUnits",
      "ReadThrottleEvents",
      "WriteThrottleEvents",
    ]
    const wanted = parts.flatMap(({ name }) =>
      metrics.map((metric) => [`${name} ${metric}`, of(name, metric)] as const),
    )
    const values = await hourly(stage, Object.fromEntries(wanted), hours)
    const rows = parts.map(({ name, state, items, throughput }) => {
      const [reads = [], writes = [], ...throttles] = metrics.map(
        (metric) => values[`${name} ${metric}`] ?? [],
      )
      const throttled = sum(throttles.flat())
      const unused = name !== "(table)" && sum(reads) === 0
      return {
        part: name,
        state,
        items,
        reads: perSecond(reads),
        writes: perSecond(writes),
        takes: throughput?.ReadCapacityUnits
          ? `${throughput.ReadCapacityUnits}, ${throughput.WriteCapacityUnits}`
          : "on demand",
        throttled,
        advice:
          throttled > 0
            ? "a hot key, or too little capacity"
            : unused
              ? `nobody read it in ${hours} h`
              : undefined,
      }
    })
    const { mode } = capacityOf(found)
    const text = table(rows, [
      { of: "part" },
      { of: "state" },
      { of: "items", align: "right" },
      { of: "reads", as: "reads/s avg, max" },
      { of: "writes", as: "writes/s avg, max" },
      { of: "takes" },
      { of: "throttled", align: "right" },
      { of: "advice" },
    ])
    return {
      data: { mode, hours, parts: rows },
      text: `The table is ${mode}.\n\n${text}`,
      ok: rows.every(({ throttled }) => throttled === 0),
    }
  },
})

/** Sums of an hour as units a second. */
const perSecond = (sums: readonly number[]) =>
  `${(average(sums) / 3600).toFixed(2)}, ${(greatest(sums) / 3600).toFixed(2)}`
