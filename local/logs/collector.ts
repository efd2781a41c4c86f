import { createInterface } from "node:readline"
import type { Readable, Writable } from "node:stream"
import { accessLine } from "./access-line"
import { type Bounds, logFile, openLog } from "./log-file"

type Line = Record<string, unknown>
type Output = { stdout: Readable | null; stderr: Readable | null }

/** What the functions are called in AWS, where it is not what their files are called. */
const names: Record<string, string> = { "photo-uploaded": "image-processing" }

export type Logs = ReturnType<typeof openLogs>

/**
 * Takes what the server and the functions print: their log lines go to a file each, as Lambda gives each a log group,
 * and everything else to the terminal, as well as what went wrong.
 */
export function openLogs(
  dataDir: string,
  bounds?: Bounds,
  terminal = { out: process.stdout, error: process.stderr },
) {
  const open = new Map<string, ReturnType<typeof openLog>>()
  let full = false

  function write(name: string, line: string) {
    const append = open.get(name) ?? openLog(logFile(dataDir, name), bounds)
    open.set(name, append)
    try {
      append(line)
      full = false
    } catch (error) {
      // Once: without a log everything else goes on.
      if (!full) terminal.error.write(`The log of ${name} cannot be written: ${error}\n`)
      full = true
    }
  }

  function take(name: string, text: string, screen: Writable) {
    const line = parsed(text)
    if (!line) return void screen.write(`${text}\n`)
    write(name, text)
    const access = name === "api" ? accessLine(line) : undefined
    if (access) write("access", access)
    if (isBad(line)) terminal.error.write(`[${name}] ${shown(line)}\n`)
  }

  return {
    /** @param source the site (`api`), or a function by its file's name */
    collect(source: string, { stdout, stderr }: Output) {
      const name = names[source] ?? source
      const each = (input: Readable | null, screen: Writable) => {
        if (input) createInterface({ input }).on("line", (text) => take(name, text, screen))
      }
      each(stdout, terminal.out)
      each(stderr, terminal.error)
    },
  }
}

/** A log line or a metric of ours; anything else that is printed is for people. */
function parsed(text: string): Line | undefined {
  if (!/^\{.*"(?:level|_aws)":/.test(text)) return undefined
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

/** A request that could not be answered was complained of already. */
const isBad = ({ level, message }: Line) =>
  (level === "WARN" || level === "ERROR" || level === "CRITICAL") && message !== "request"

function shown({ level, message, error, ...line }: Line): string {
  const { stack } = (error ?? {}) as { stack?: string }
  const about = ["photo_id", "request_id", "reason", "path"].flatMap((name) =>
    line[name] ? [`${name}=${line[name]}`] : [],
  )
  return [[level, message, ...about].join(" "), ...(stack ? [stack] : [])].join("\n")
}
