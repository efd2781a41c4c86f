import { DynamoDBClient, UpdateTableCommand } from "@aws-sdk/client-dynamodb"
import { describeTable } from "../../db/facts"
import { untilActive } from "../../db/scratch"
import { some } from "../../number"
import { examples, type Scene } from "../scene"
import { fine, type Remedy, type Step } from "../step"
import { counted } from "../tally"

const refused = '{ $.message = "table throttled" }'
const series = ["ReadThrottleEvents", "WriteThrottleEvents"]

export const tableThrottling: Step = {
  asks: "Does the table turn requests away?",
  async look(scene) {
    const told = await scene.linesOf(["api", "image-processing", "stream", "every-minute"], refused)
    const metrics = await scene.metrics("dynamodb")
    const events = metrics
      .filter(({ series: { metric } }) => series.includes(metric))
      .reduce((sum, { value = 0 }) => sum + value, 0)
    if (told.length === 0 && events === 0) return fine("It turned none away.")
    const callOf = ({ operation, index, key }: (typeof told)[number]) =>
      [operation, index, key].filter(Boolean).join(" ")
    const asked = told.length > 0 ? ` (${counted(told, callOf, 3)})` : ""
    const { next, remedy } = await wayOut(scene)
    return {
      is: "cause",
      found: `${some(Math.max(told.length, events), "try", "tries")} throttled${asked}`,
      means: "Each is tried again, which takes time; what is turned away five times fails with 503.",
      evidence: examples(told),
      cause: `The table throttles: ${some(Math.max(told.length, events), "try", "tries")} turned away${asked}.`,
      next,
      times: Math.max(told.length, events),
      ...(remedy ? { remedy } : {}),
    }
  },
}

/** Provisioned capacity can be given up; on demand, one key is too hot, or the rush came too suddenly. */
async function wayOut({ stage }: Scene): Promise<{ next: string; remedy?: Remedy }> {
  if (stage.isLocal) return { next: "metrics --service dynamodb" }
  const TableName = stage.names.table
  const client = stage.client(DynamoDBClient)
  const { BillingModeSummary } = await describeTable(client, TableName)
  if (BillingModeSummary?.BillingMode === "PAY_PER_REQUEST") return { next: "optimize dynamodb" }
  return {
    next: "db capacity --on-demand",
    remedy: {
      change: `set the capacity of ${TableName} to on demand`,
      async apply() {
        await client.send(new UpdateTableCommand({ TableName, BillingMode: "PAY_PER_REQUEST" }))
        await untilActive(client, TableName, { say: () => {} })
        return `the capacity of ${TableName} is on demand`
      },
    },
  }
}
