import { vi } from "vitest"
import { log } from "../core/log"

export type LogLine = Record<string, unknown>

/** What something writes into the log: its lines, parsed, and the metrics among them. The log is silent otherwise. */
export async function logLines(run: () => Promise<unknown>): Promise<{ lines: LogLine[]; text: string }> {
  let text = ""
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      text += String(chunk)
      return true
    }),
  )
  const level = log.getLevelName()
  log.setLogLevel("DEBUG")
  vi.stubEnv("POWERTOOLS_METRICS_DISABLED", "false")
  try {
    await run()
  } finally {
    log.setLogLevel(level)
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
  const lines = text.split("\n").filter((line) => line.startsWith("{"))
  return { lines: lines.map((line) => JSON.parse(line) as LogLine), text }
}

/** The lines that are metrics, as names and values. */
export const metricsIn = (lines: readonly LogLine[]) =>
  lines.flatMap(({ _aws, ...rest }) => {
    const [of] = (_aws as { CloudWatchMetrics: { Metrics: { Name: string }[] }[] })?.CloudWatchMetrics ?? []
    return (of?.Metrics ?? []).map(({ Name }) => [Name, rest[Name]] as const)
  })
