import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { Drill } from "../../../core/drill"
import { linkBuckets } from "../../buckets"
import { command } from "../../command"
import { restoreDrill } from "../../db/drill"
import { scratchName } from "../../db/scratch"
import { fromBackup, fromCopy, pointInTime } from "../../db/sources"
import { numberOf } from "../../number"
import { mark, table } from "../../output"
import type { Stage } from "../../stage"
import { who } from "../../who"

export default command({
  summary: "restores the table into another, compares counts and sampled posts, and deletes it again",
  details:
    "From point-in-time recovery, or from a backup; on a laptop from a copy. Every item of both tables is read once.\nExit code 1 when the restored table is not what the live one is. What was proved is noted: `health` shows when.\nOn AWS a restore takes 10 minutes to hours; photos are rebuilt byte for byte only where the processor is the functions'.",
  examples: ["db restore-drill", "db restore-drill --stage production --sample 500 --segments 8"],
  args: {
    from: { type: "string", valueHint: "backup", description: "a backup's ARN, or the name of a local copy" },
    sample: {
      type: "string",
      default: "100",
      description: "how many posts are compared, attribute by attribute",
    },
    photos: {
      type: "string",
      description: "how many photos are made anew from their originals; 3 on a laptop, else 0",
    },
    tolerance: { type: "string", description: "percent by which counts may differ; 0 on a laptop, else 1" },
    segments: { type: "string", default: "4", description: "parts that are read at the same time" },
  },
  changes: ({ stage }) => `restore ${stage.names.table} into a table for this drill, and delete that again`,
  async run({ args, stage, say }) {
    const client = stage.client(DynamoDBClient)
    const live = stage.names.table
    const photos = numberOf("photos", args.photos ?? (stage.isLocal ? "3" : "0"), 0)
    await (photos > 0 ? linkBuckets(stage) : stage.link())
    const checks = await restoreDrill({
      client,
      live,
      scratch: scratchName(live),
      source: await sourceOf(stage, client, args.from, say),
      sample: numberOf("sample", args.sample),
      photos,
      tolerance: numberOf("tolerance", args.tolerance ?? (stage.isLocal ? "0" : "1"), 0),
      segments: numberOf("segments", args.segments),
      say,
    })
    const ok = checks.every((one) => one.ok !== false)
    const proof = checks.map(({ ok: fine, ...one }) => ({
      ...one,
      ...(fine === undefined ? {} : { ok: fine }),
    }))
    await Drill.record({ kind: "system" }, { kind: "restore", by: await who(stage), ok, proof })
    const rows = checks.map((one) => ({ ...one, ok: mark(one.ok) }))
    const text = [
      table(rows, [{ of: "ok", as: "" }, { of: "name", as: "compared" }, { of: "found" }]),
      ok ? "The restored table is what the live one is." : "The restored table is NOT what the live one is.",
    ].join("\n\n")
    return { data: { ok, checks }, text, ok }
  },
})

function sourceOf(
  stage: Stage,
  client: DynamoDBClient,
  from: string | undefined,
  say: (line: string) => void,
) {
  if (stage.isLocal) return fromCopy(client, stage.names.table, from)
  return from ? fromBackup(client, from, say) : pointInTime(client, stage.names.table, say)
}
