import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import type { ArgsDef, ParsedArgs } from "citty"
import { config } from "../../core/config"
import { accessLine } from "../../local/logs/access-line"
import { logFile, openLog } from "../../local/logs/log-file"
import { region } from "../../local/names"
import { temporaryFolder } from "../../local/test-kit"
import { logLines } from "../../testing/log-lines"
import { localClients } from "../local-stage"
import { localLog } from "../logs/local"
import { functionOf, type LogName } from "../logs/source"
import { localMetrics } from "../metrics/local"
import { loadCommand } from "../registry"
import { namesOf, type Stage } from "../stage"

/**
 * A local stage around the table and storage of a test file, with a data folder of its own: what runs in `record` logs
 * there as the launcher's functions do.
 * @param site its origin, where one is served
 * @param folder the data folder of a stage that more than one test uses, who then take it away
 */
export async function rehearsal(site = config.settings.siteUrl, folder?: string) {
  const dataDir = folder ?? (await temporaryFolder())
  process.env.LOCAL_DATA = dataDir
  const log = (name: LogName) => localLog(dataDir, name)
  const known = { table: config.tableName, originals: config.originalsBucket, media: config.mediaBucket }
  const client = localClients()
  const stage: Stage = {
    name: "local",
    isLocal: true,
    region,
    names: { ...namesOf("local"), table: config.tableName },
    client,
    outputs: async () => ({ stage: "local", region, site, api: site, apiId: "local", ...known }),
    link: async () => {},
    log,
    metrics: () => localMetrics(log),
  }
  /** Runs something as the server, or as a function: what it logs is the stage's log. */
  async function record<T>(name: LogName, run: () => Promise<T>): Promise<T> {
    let result: T | undefined
    const { lines } = await logLines(async () => {
      result = await run()
    })
    const append = openLog(logFile(dataDir, functionOf(name)))
    const access = openLog(logFile(dataDir, "access"))
    for (const line of lines) {
      append(JSON.stringify(line))
      const seen = name === "api" ? accessLine(line) : undefined
      if (seen) access(seen)
    }
    return result as T
  }
  /** Runs a command on this stage. @returns what it found, what it printed, and whether all is well */
  async function run(name: string, given: Record<string, unknown> = {}) {
    const command = await loadCommand(name)
    const defaults = Object.entries(command.args as ArgsDef).flatMap(([arg, { default: value }]) =>
      value === undefined ? [] : [[arg, value]],
    )
    const printed: string[] = []
    const say = (line: string) => void printed.push(line)
    const args = { _: [], ...Object.fromEntries(defaults), ...given } as unknown as ParsedArgs<ArgsDef>
    const context = { args, stage, say, emit: say }
    const change = await command.changes?.(context)
    const { data, text, ok = true } = await command.run(context)
    return { change, data: data as Record<string, unknown>, text: [...printed, text].join("\n"), ok }
  }
  return { dataDir, stage, record, run, dynamo: client(DynamoDBClient) }
}
