import { fork } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import type { Bundle } from "./bundle"
import type { Evaluated } from "./graph"
import { overlay } from "./overlay"
import { platform, root } from "./platform"

export type Evaluation = {
  bundle: Bundle
  stage: string
  /** As `sst dev` runs it. */
  dev?: boolean
  secrets?: Record<string, string>
  /** Settings, as whoever deploys would set them. */
  env?: Record<string, string>
  /** Where the functions' files are, if not here. */
  sources?: string
}

/** What the child is told. */
export type Order = {
  program: string
  root: string
  realRoot: string
  platform: string
  stage: string
  dev: boolean
  out: string
}

/**
 * Runs the program as a deployment would, through SST's real components, against Pulumi's mocks: no AWS, no network.
 * @returns every resource that it would make, its outputs and the functions that it would build
 * @throws Error with what the program or the platform said
 */
export async function evaluate({
  bundle,
  stage,
  dev = false,
  secrets = {},
  env = {},
  sources = root,
}: Evaluation): Promise<Evaluated> {
  const folder = overlay()
  const out = path.join(folder, "evaluated.json")
  const order: Order = { program: bundle.program, root: folder, realRoot: sources, platform, stage, dev, out }
  const { code, said } = await inChild(bundle.runner, {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    ...env,
    ...Object.fromEntries(Object.entries(secrets).map(([name, value]) => [`SST_SECRET_${name}`, value])),
    EVALUATE: JSON.stringify(order),
  })
  try {
    if (code !== 0 || !existsSync(out)) throw new Error(`The stage ${stage} cannot be evaluated:\n${said}`)
    return JSON.parse(readFileSync(out, "utf8")) as Evaluated
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In a process of its own: the platform keeps state in globals, and changes the working folder. */
function inChild(
  runner: string,
  env: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = fork(runner, [], {
      execArgv: ["--no-warnings"],
      silent: true,
      env: env as NodeJS.ProcessEnv,
    })
    let said = ""
    const hear = (data: Buffer) => {
      said += data
    }
    child.stdout?.on("data", hear)
    child.stderr?.on("data", hear)
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, said }))
  })
}
