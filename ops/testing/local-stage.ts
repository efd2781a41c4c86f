import { mkdir, writeFile } from "node:fs/promises"
import path from "node:path"
import { logFile } from "../../local/logs/log-file"
import { localLog } from "../logs/local"
import type { LogName } from "../logs/source"
import { localMetrics } from "../metrics/local"
import { clients, namesOf, type Stage } from "../stage"

/**
 * A local stage over the test's own table and storage, and over logs that hold these lines.
 * @param dataDir an empty folder
 * @param logs lines by the log's file: `api`, `image-processing`, `access`
 */
export async function stageOver(dataDir: string, logs: Record<string, object[]>): Promise<Stage> {
  await mkdir(path.join(dataDir, "logs"), { recursive: true })
  for (const [name, lines] of Object.entries(logs))
    await writeFile(logFile(dataDir, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  const nameOf = (link: string) => JSON.parse(process.env[`SST_RESOURCE_${link}`] ?? "{}").name as string
  const log = (name: LogName) => localLog(dataDir, name)
  const region = process.env.AWS_REGION ?? ""
  const site = "http://localhost:3000"
  const outputs = { stage: "local", region, site, api: site, apiId: "local", table: nameOf("Table") }
  return {
    name: "local",
    isLocal: true,
    region,
    names: { ...namesOf("local"), table: nameOf("Table") },
    client: clients(region),
    outputs: async () => ({ ...outputs, originals: nameOf("Originals"), media: nameOf("Media") }),
    link: async () => {},
    log,
    metrics: () => localMetrics(log),
  }
}
