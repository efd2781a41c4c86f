import { setTimeout } from "node:timers/promises"
import { parseArgs } from "node:util"
import { launch } from "./launcher"
import { Problem } from "./problem"
import { onNpmGone } from "./process/npm"
import { readSettings } from "./settings"

const usage = `Usage: local/main.ts dev|start [--reset [--yes]] [--without-site]

  dev             develop: functions and pages reload when their source changes
  start           run the production build
  --reset         empty the data folder first, after asking (--yes: without asking)
  --without-site  the services and the delivery of events alone
  --functions     folder of the functions, "functions" when not given`

/** Stopping takes at most this long; what is still in work is done again at the next start. */
const stopMs = 4500
const started: (() => Promise<unknown> | unknown)[] = []
let stopping = false

async function stop(code: number) {
  if (stopping) return
  stopping = true
  const all = async () => {
    for (const end of started.splice(0).reverse()) await (async () => end())().catch(() => {})
  }
  await Promise.race([all(), setTimeout(stopMs)])
  process.exit(code)
}

function fail(error: unknown) {
  if (stopping) return
  console.error(error instanceof Problem ? error.message : error)
  return stop(1)
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        reset: { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        "without-site": { type: "boolean", default: false },
        functions: { type: "string", default: "functions" },
      },
    })
    const [mode, ...more] = positionals
    if ((mode === "dev" || mode === "start") && more.length === 0) return { mode, ...values } as const
  } catch {
    // An option that we do not know.
  }
  throw new Problem(usage)
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(0))
onNpmGone(() => void stop(1))
try {
  const { mode, reset, yes, functions, "without-site": withoutSite } = readArguments()
  const { broken } = await launch({
    mode,
    reset,
    yes,
    settings: readSettings(),
    withSite: !withoutSite,
    functionsFolder: functions,
    onStarted: (end) => started.push(end),
  })
  await fail(await broken)
} catch (error) {
  await fail(error)
}
