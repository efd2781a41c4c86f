import { readdir, stat } from "node:fs/promises"
import path from "node:path"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { command } from "../../command"
import { backupsOf, recoveryOf, size } from "../../db/facts"
import { copiesFolder } from "../../db/sources"
import { facts, table } from "../../output"

export default command({
  summary: "says whether the table can be restored to any second, and lists its backups",
  details:
    "Exit code 1 when point-in-time recovery is off. On a laptop it lists the copies that `db backup` made.",
  examples: ["db backups", "db backups --stage production"],
  args: {},
  async run({ stage }) {
    const client = stage.client(DynamoDBClient)
    const recovery = stage.isLocal ? undefined : await recoveryOf(client, stage.names.table)
    const backups = recovery ? await backupsOf(client, stage.names.table) : await copies()
    const rows = backups.map((backup) => ({ ...backup, size: size(backup.bytes) }))
    const listed = table(rows, [
      { of: "name" },
      { of: "at" },
      { of: "state" },
      { of: "size", align: "right" },
      { of: "id" },
    ])
    const state = recovery && {
      "point-in-time recovery": recovery.on ? "on" : "OFF",
      from: recovery.from,
      to: recovery.to,
      days: recovery.days,
    }
    const text = [
      ...(state ? [facts(state)] : []),
      rows.length > 0 ? listed : "No backup was asked for.",
    ].join("\n\n")
    return { data: { recovery: recovery ?? null, backups }, text, ok: recovery?.on !== false }
  },
})

async function copies() {
  const files = (await readdir(copiesFolder()).catch(() => [])).filter((file) => file.endsWith(".jsonl.gz"))
  const found = await Promise.all(
    files.map(async (file) => {
      const { mtime, size: bytes } = await stat(path.join(copiesFolder(), file))
      return {
        name: file.replace(".jsonl.gz", ""),
        at: mtime.toISOString(),
        state: "available",
        bytes,
        id: undefined,
      }
    }),
  )
  return found.sort((a, b) => b.at.localeCompare(a.at))
}
