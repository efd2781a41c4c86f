import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { readSettings } from "../../../local/settings"
import { command } from "../../command"
import { periodArgs, periodOf } from "../../logs/period"
import { type LogName, logNameOf, logNames } from "../../logs/source"
import { numberOf } from "../../number"
import { table } from "../../output"
import { OpsProblem } from "../../problem"
import { type Exhibit, hashOf, writeDown } from "../../security/evidence"
import { lockAway, lockedBucket } from "../../security/locked-bucket"
import type { Stage } from "../../stage"
import { who } from "../../who"

export default command({
  summary: "keeps the logs of a period as evidence: copied, hashed, listed in a manifest, and locked away",
  details:
    "On AWS into the stage's bucket for evidence, where Object Lock keeps everybody from changing or removing them before\ntheir time: in production the owner of the account, too. On a laptop into its data folder,\nor wherever --to says. The manifest says who\nkept what and when, with a SHA-256 of each file: `sha256sum` verifies it. A hundred megabytes take about a minute.",
  examples: [
    "security preserve --since 24h --stage production",
    "security preserve --since 2026-11-27T09:00 --until 2026-11-28T12:00 --logs api,access,waf --stage production",
    "security preserve --since 7d --to evidence",
  ],
  args: {
    ...periodArgs,
    since: { ...periodArgs.since, required: true },
    logs: { type: "string", description: "which, separated by commas; all that the stage has" },
    to: { type: "string", valueHint: "folder", description: "a folder instead of the bucket" },
    days: { type: "string", default: "365", description: "for how long they are locked" },
    why: { type: "string", description: "the reason, for manifest and audit" },
  },
  async changes({ args, stage }) {
    const { since, until } = periodOf(args)
    const span = [since, until].map((at) => new Date(at).toISOString()).join(" to ")
    const place = inFolder(args, stage) ? folderOf(args) : `s3://${await lockedBucket(stage)}`
    return `keep the logs from ${span} in ${place}${args.why ? `: ${args.why}` : ""}`
  },
  async run({ args, stage, say }) {
    const period = periodOf(args)
    const keptAt = new Date()
    const name = `${stage.name}-${keptAt.toISOString().replaceAll(/[:.]/g, "-")}`
    const folder = inFolder(args, stage)
      ? path.join(folderOf(args), name)
      : await mkdtemp(path.join(tmpdir(), "evidence-"))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const exhibits: Exhibit[] = []
    const missing: { log: string; why: string }[] = []
    for (const log of wanted(args.logs)) {
      const file = `${log}.jsonl.gz`
      try {
        const found = await writeDown(log, stage.log(log), period, path.join(folder, file))
        exhibits.push({ ...found, file })
        say(`${log}: ${found.events} events`)
      } catch (error) {
        // What was asked for by name must be there; of all logs a stage may lack some.
        if (!(error instanceof OpsProblem) || args.logs) throw error
        await rm(path.join(folder, file), { force: true })
        missing.push({ log, why: error.message })
      }
    }
    const manifest = {
      stage: stage.name,
      by: await who(stage),
      at: keptAt.toISOString(),
      why: args.why ?? null,
      since: new Date(period.since).toISOString(),
      until: new Date(period.until).toISOString(),
      exhibits,
      missing,
    }
    const sums = exhibits.map(({ sha256, file }) => `${sha256}  ${file}\n`).join("")
    await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`, {
      flag: "wx",
    })
    const manifestSum = await hashOf(path.join(folder, "manifest.json"))
    await writeFile(path.join(folder, "SHA256SUMS"), `${sums}${manifestSum}  manifest.json\n`, { flag: "wx" })
    const files = [...exhibits.map(({ file }) => file), "manifest.json", "SHA256SUMS"]
    const place = inFolder(args, stage)
      ? { folder }
      : await lockFolder(stage, { folder, name, files, days: numberOf("days", args.days) })
    const rows = exhibits.map((one) => ({ ...one, sha256: one.sha256.slice(0, 16) }))
    const text = [
      table(rows, [
        { of: "log" },
        { of: "events", align: "right" },
        { of: "bytes", align: "right" },
        { of: "sha256" },
      ]),
      `Kept: ${Object.values(place).join(", locked until ")}\nThe manifest's SHA-256, to note elsewhere: ${manifestSum}`,
    ].join("\n\n")
    return { data: { ...manifest, ...place, manifestSha256: manifestSum }, text }
  },
})

type Args = { to?: string | undefined }
const inFolder = (args: Args, stage: Stage) => args.to !== undefined || stage.isLocal
const folderOf = (args: Args) => path.resolve(args.to ?? path.join(readSettings().dataDir, "evidence"))

const wanted = (logs: string | undefined): LogName[] =>
  logs ? logs.split(",").map((name) => logNameOf(name.trim())) : [...logNames]

async function lockFolder(
  stage: Stage,
  { folder, name, files, days }: { folder: string; name: string; files: string[]; days: number },
) {
  const bucket = await lockedBucket(stage)
  const until = new Date(Date.now() + days * 86_400_000)
  let lockedUntil = ""
  for (const file of files)
    lockedUntil = await lockAway(stage, {
      bucket,
      key: `${name}/${file}`,
      file: path.join(folder, file),
      until,
    })
  await rm(folder, { recursive: true })
  return { place: `s3://${bucket}/${name}/`, lockedUntil }
}
