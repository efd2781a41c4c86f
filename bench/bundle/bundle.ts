import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { budgets } from "../../bundle/budgets"
import { startBackend } from "../../local/testing"
import type { Figures } from "./measure"

export const summary = "how the built server starts and answers, beside what its table takes"

const help = `Usage: npm run bench -- bundle [options]   (after npm run bundle)

  --starts <n>   how often the server is started (5)
  --calls <n>    how often each address is called (200)
  --assert       fails when a budget of bundle/budgets.json is missed; means something on two idle cores alone`

export async function run(args: string[]): Promise<number> {
  const options = optionsOf(args)
  if (!options || options.help) {
    console.log(help)
    return options ? 0 : 1
  }
  const folder = await mkdtemp(path.join(tmpdir(), "bench-bundle-"))
  const backend = await startBackend({ dataDir: path.join(folder, "data") })
  try {
    Object.assign(process.env, backend.env, { POWERTOOLS_LOG_LEVEL: "SILENT" })
    // It reads the environment, which stands only now.
    const { measure } = await import("./measure")
    const figures = await measure({ starts: Number(options.starts), calls: Number(options.calls) })
    const missed = report(figures)
    return options.assert && missed ? 1 : 0
  } finally {
    await backend.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function optionsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        starts: { type: "string", default: "5" },
        calls: { type: "string", default: "200" },
        assert: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values
  } catch (error) {
    console.error((error as Error).message)
    return undefined
  }
}

/** Prints the figures. Gives whether a budget was missed. */
function report({ starts, calls, above }: Figures): boolean {
  const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10)
  console.log("median of starts")
  for (const [name, value] of Object.entries(starts)) console.log(`  ${name.padEnd(28)}${ms(value)}`)
  console.log("warm                           least    median   one in twenty takes longer than")
  for (const [name, { least, p50, p95 }] of Object.entries(calls)) {
    console.log(`  ${name.padEnd(24)}${ms(least)}${ms(p50)}${ms(p95)}`)
  }
  console.log(
    `an API call takes ${above.ms.toFixed(1)} ms and ${above.ratio.toFixed(2)} times what its operation takes`,
  )
  const { "server import": importBudget, "warm API call": callBudget } = budgets.milliseconds
  const missed = [
    ...((starts.import ?? 0) > importBudget
      ? [`importing the server takes more than ${importBudget} ms`]
      : []),
    ...(above.ms > callBudget ? [`an API call takes more than ${callBudget} ms above its operation`] : []),
  ]
  console.log(missed.length > 0 ? `Missed: ${missed.join("; ")}.` : "Within the budgets.")
  return missed.length > 0
}
