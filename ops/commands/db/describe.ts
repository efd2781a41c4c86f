import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { capacityOf, describeTable, recoveryOf, size } from "../../db/facts"
import { countEntities } from "../../db/scan"
import { numberOf } from "../../number"
import { facts, table } from "../../output"
import type { Stage } from "../../stage"

export default command({
  summary: "describes the table: state, size, indexes, recovery, and what it holds, by entity",
  details:
    "There is one table: users, posts and interactions are entities of it. DynamoDB counts items every six hours; what is\nin them takes a scan, which costs reads: --scan sample reads some of every segment and gives shares, bounded reads the\nfirst items, full all of them.",
  examples: [
    "db describe",
    "db describe --stage production --scan full --segments 8",
    "db describe --scan none --json",
  ],
  args: {
    scan: {
      type: "enum",
      options: ["sample", "bounded", "full", "none"],
      default: "sample",
      description: "how entities are counted",
    },
    items: {
      type: "string",
      default: "5000",
      description: "how many items a sample or a bounded scan reads",
    },
    segments: { type: "string", default: "16", description: "parts that are read at the same time" },
  },
  async run({ args, stage, say }) {
    const client = stage.client(DynamoDBClient)
    const found = await describeTable(client, stage.names.table)
    const recovery = stage.isLocal ? undefined : await recoveryOf(client, stage.names.table)
    const data = {
      table: found.TableName,
      state: found.TableStatus,
      items: found.ItemCount,
      size: size(found.TableSizeBytes),
      ...capacityOf(found),
      stream: found.StreamSpecification?.StreamViewType ?? "off",
      "deletion protection": found.DeletionProtectionEnabled === true ? "on" : "off",
      "point-in-time recovery": recovery
        ? recovery.on
          ? `on, back to ${recovery.from}`
          : "OFF"
        : "not on a laptop",
    }
    const indexes = (found.GlobalSecondaryIndexes ?? []).map((index) => ({
      index: index.IndexName,
      state: index.IndexStatus,
      items: index.ItemCount,
      size: size(index.IndexSizeBytes),
    }))
    const entities = await entitiesOf(stage, client, args, say)
    const text = [
      facts(data),
      table(indexes, [
        { of: "index" },
        { of: "state" },
        { of: "items", align: "right" },
        { of: "size", align: "right" },
      ]),
      ...(entities ? [shown(entities)] : []),
    ].join("\n\n")
    return { data: { ...data, indexes, entities }, text }
  },
})

type Counting = { scan: string; items: string; segments: string }
type Entities = { read: number; whole: boolean; rows: { entity: string; items: number; share: string }[] }

async function entitiesOf(
  stage: Stage,
  client: DynamoDBClient,
  { scan, items, segments }: Counting,
  say: (line: string) => void,
): Promise<Entities | undefined> {
  if (scan === "none") return undefined
  const { counts, read, whole } = await countEntities({
    client,
    table: stage.names.table,
    segments: scan === "bounded" ? 1 : numberOf("segments", segments),
    atMost: scan === "full" ? undefined : numberOf("items", items),
    progress: (count) => say(`${count} items read …`),
  })
  const rows = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([entity, count]) => ({ entity, items: count, share: `${((100 * count) / read).toFixed(1)} %` }))
  return { read, whole, rows }
}

const shown = ({ read, whole, rows }: Entities) =>
  [
    whole
      ? `All ${read} items:`
      : `Of the ${read} items that were read (a sample: shares hold, numbers do not):`,
    table(rows, [{ of: "entity" }, { of: "items", align: "right" }, { of: "share", align: "right" }]),
  ].join("\n")
