import { setTimeout as sleep } from "node:timers/promises"
import {
  DescribeExportCommand,
  DynamoDBClient,
  ExportTableToPointInTimeCommand,
} from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { writeCopy } from "../../db/copy"
import { describeTable } from "../../db/facts"
import { facts } from "../../output"
import { OpsProblem } from "../../problem"

export default command({
  summary: "exports the whole table to a bucket, or on a laptop to a file, a line of JSON an item",
  details:
    "From point-in-time recovery: the table's capacity is not used. The bucket has to be yours, and private: it then holds\neverything people have here, addresses and hashes of passwords included. --wait stays until it is done.",
  examples: [
    "db export --to table.jsonl.gz",
    "db export --to s3://my-exports/photo-sharing-app --stage production --wait",
  ],
  args: {
    to: {
      type: "string",
      required: true,
      valueHint: "place",
      description: "s3://bucket/prefix, or a file on a laptop",
    },
    wait: { type: "boolean", description: "stay until it is done" },
  },
  changes: ({ args, stage }) => `write everything in ${stage.names.table} to ${args.to}`,
  async run({ args, stage, say }) {
    const client = stage.client(DynamoDBClient)
    if (stage.isLocal) {
      if (args.to.startsWith("s3://"))
        throw new OpsProblem("The local stage exports to a file.", "--to table.jsonl.gz")
      const data = { file: args.to, items: await writeCopy(client, stage.names.table, args.to) }
      return { data, text: facts(data) }
    }
    const [, S3Bucket, S3Prefix] = /^s3:\/\/([a-z0-9.-]{3,63})(?:\/(.+))?$/.exec(args.to) ?? []
    if (!S3Bucket) throw new OpsProblem(`"${args.to}" is no place in S3.`, "--to s3://bucket/prefix")
    const { TableArn } = await describeTable(client, stage.names.table)
    const { ExportDescription } = await client.send(
      new ExportTableToPointInTimeCommand({ TableArn, S3Bucket, S3Prefix, S3SseAlgorithm: "AES256" }),
    )
    let found = ExportDescription
    while (args.wait && found?.ExportStatus === "IN_PROGRESS") {
      say("exporting …")
      await sleep(10_000)
      found = (await client.send(new DescribeExportCommand({ ExportArn: found.ExportArn }))).ExportDescription
    }
    const data = {
      export: found?.ExportArn,
      state: found?.ExportStatus?.toLowerCase().replace("_", " "),
      items: found?.ItemCount,
      manifest: found?.ExportManifest,
      why: found?.FailureMessage,
    }
    return { data, text: facts(data), ok: found?.ExportStatus !== "FAILED" }
  },
})
