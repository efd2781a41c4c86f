import { z } from "zod"
import packageJson from "../../package.json" with { type: "json" }
import { config } from "../config"
import { log } from "../log"
import { operation } from "../operation"
import { Storage } from "../storage"
import { probe as probeTable } from "../table"
import { now } from "../time"
import type { HealthView } from "./health.schema"

/** How long table and storage each may take to answer, in milliseconds. */
const patience = 2000

/** Asks table and storage whether they really answer. Never throws: a failed check is part of the view. */
export const check = operation(z.strictObject({}), async (): Promise<HealthView> => {
  const [table, storage] = await Promise.all([
    probe("table", probeTable),
    probe("storage", (signal) => Storage.probe(config.mediaBucket, signal)),
  ])
  const status = table === "ok" && storage === "ok" ? "ok" : "failed"
  return {
    status,
    version: packageJson.version,
    stage: config.stage,
    time: now(),
    checks: { table, storage },
  }
})

async function probe(name: string, ask: (signal: AbortSignal) => Promise<unknown>): Promise<"ok" | "failed"> {
  try {
    await ask(AbortSignal.timeout(patience))
    return "ok"
  } catch (error) {
    log.error("health check failed", { check: name, error: error as Error })
    return "failed"
  }
}
