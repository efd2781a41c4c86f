import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { setTimeout } from "node:timers/promises"
import { Problem } from "./problem"
import { spawnGuarded } from "./process/guarded"

export type Mode = "dev" | "start"

export const sitePidFile = (dataDir: string) => path.join(dataDir, "site.pid")

/** @throws Problem when `start` has no production build to run */
export function assertBuilt(mode: Mode) {
  if (mode === "start" && !existsSync(path.join(process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID"))) {
    throw new Problem("There is no production build: run `npm run build` first.")
  }
}

/** Milliseconds for which a connection may lie idle: longer than clients think before they use it again. */
const idle = 65_000

/** Starts Next in development or on the production build. */
export function startSite(options: { mode: Mode; port: number; dataDir: string; env: NodeJS.ProcessEnv }) {
  const { mode, port, dataDir, env } = options
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next")
  const server = mode === "start" ? ["--keepAliveTimeout", String(idle)] : []
  return spawnGuarded(process.execPath, [next, mode, "-H", "localhost", "-p", String(port), ...server], {
    pidFile: sitePidFile(dataDir),
    marker: "next",
    output: "pipe",
    // What it prints passes through us: its colours are for the terminal behind.
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1", ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
  })
}

/**
 * Asks the site until it answers. Resolves with the status of `/health`, 200 when all is well.
 * @throws Problem when it does not answer in time
 */
export async function untilHealthy(port: number, seconds: number) {
  const signal = AbortSignal.timeout(seconds * 1000)
  while (!signal.aborted) {
    try {
      const response = await fetch(`http://localhost:${port}/health`, { signal })
      await response.arrayBuffer()
      return response.status
    } catch {
      await setTimeout(100)
    }
  }
  throw new Problem(`The site did not answer at port ${port} within ${seconds} seconds.`)
}
