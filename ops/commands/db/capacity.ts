import { DynamoDBClient, UpdateTableCommand, type UpdateTableCommandInput } from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { capacityOf, describeTable } from "../../db/facts"
import { untilActive } from "../../db/scratch"
import { facts } from "../../output"
import { OpsProblem } from "../../problem"
import type { Stage } from "../../stage"

type Args = { "on-demand"?: boolean; provisioned?: string; warm?: string }

export default command({
  summary: "says how much the table can take, and changes it: on demand, provisioned, or warmed for a rush",
  details:
    "The stage runs on demand, which takes twice its last peak at once; --warm prepares it for more, which costs once and\ncannot be undone. --provisioned also sets every index. A deployment puts the mode of infra/ back. DynamoDB lets the mode\nchange four times a day.",
  examples: [
    "db capacity --stage production",
    "db capacity --warm 20000,8000 --stage production",
    "db capacity --provisioned 10,10 --stage staging",
    "db capacity --on-demand --stage staging",
  ],
  args: {
    "on-demand": { type: "boolean", description: "pay for each read and write" },
    provisioned: {
      type: "string",
      valueHint: "reads,writes",
      description: "units a second of the table and of each index",
    },
    warm: {
      type: "string",
      valueHint: "reads,writes",
      description: "units a second that it takes from now on at once",
    },
  },
  changes({ args, stage }) {
    const { to } = wanted(args)
    return to && `set the capacity of ${stage.names.table} to ${to}`
  },
  async run({ args, stage, say }) {
    const client = stage.client(DynamoDBClient)
    const { to } = wanted(args)
    if (to) {
      await client.send(new UpdateTableCommand(await changeOf(stage, args)))
      await untilActive(client, stage.names.table, { say })
    }
    const found = await describeTable(client, stage.names.table)
    const indexes = (found.GlobalSecondaryIndexes ?? []).map((index) => {
      const { ReadCapacityUnits = 0, WriteCapacityUnits = 0 } = index.ProvisionedThroughput ?? {}
      return [
        index.IndexName ?? "",
        ReadCapacityUnits ? `${ReadCapacityUnits} reads, ${WriteCapacityUnits} writes` : "as the table",
      ]
    })
    const data = { table: stage.names.table, ...capacityOf(found), ...Object.fromEntries(indexes) }
    return { data, text: facts(data) }
  },
})

function wanted({ "on-demand": onDemand, provisioned, warm }: Args) {
  const given = [onDemand && "on demand", provisioned && "provisioned", warm && "warm"].filter(Boolean)
  if (given.length > 1) throw new OpsProblem(`One at a time: ${given.join(" or ")}.`)
  const units = unitsOf(provisioned ?? warm)
  const amount = units && `${units.reads} reads and ${units.writes} writes a second`
  return {
    units,
    to: onDemand ? "on demand" : amount && (warm ? `warm for ${amount}` : `provisioned, ${amount}`),
  }
}

function unitsOf(text: string | undefined) {
  if (text === undefined) return undefined
  const [, reads, writes] = /^([1-9]\d*)[,x ]([1-9]\d*)$/.exec(text) ?? []
  if (!reads || !writes) throw new OpsProblem(`"${text}" is not reads,writes, such as 10,10.`)
  return { reads: Number(reads), writes: Number(writes) }
}

async function changeOf(stage: Stage, args: Args): Promise<UpdateTableCommandInput> {
  const TableName = stage.names.table
  const { units } = wanted(args)
  if (!units) return { TableName, BillingMode: "PAY_PER_REQUEST" }
  const { reads, writes } = units
  if (args.warm)
    return { TableName, WarmThroughput: { ReadUnitsPerSecond: reads, WriteUnitsPerSecond: writes } }
  const ProvisionedThroughput = { ReadCapacityUnits: reads, WriteCapacityUnits: writes }
  const { GlobalSecondaryIndexes = [] } = await describeTable(stage.client(DynamoDBClient), TableName)
  return {
    TableName,
    BillingMode: "PROVISIONED",
    ProvisionedThroughput,
    GlobalSecondaryIndexUpdates: GlobalSecondaryIndexes.map(({ IndexName }) => ({
      Update: { IndexName, ProvisionedThroughput },
    })),
  }
}
