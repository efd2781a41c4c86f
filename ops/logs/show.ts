import { styleText } from "node:util"
import type { LogEvent } from "./source"

type Line = Record<string, unknown>
const colours = { ERROR: "red", CRITICAL: "red", WARN: "yellow", DEBUG: "dim" } as const

/** What every line says, or what is shown in its own place. */
const usual = new Set(
  "timestamp level message service maxMemoryUsed coldStart error method path route status duration function_request_id xray_trace_id".split(
    " ",
  ),
)

/** An event for people: when, how bad, what, and about whom. Events that are no JSON stay as they are. */
export function shown({ at, message }: LogEvent): string {
  const time = styleText("dim", new Date(at).toISOString().slice(0, 23).replace("T", " "))
  const line = parsed(message)
  return line ? `${time}  ${kindOf(line)(line)}` : `${time}  ${message}`
}

function parsed(message: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(message)
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Line) : undefined
  } catch {
    return undefined
  }
}

function kindOf(line: Line): (line: Line) => string {
  if ("_aws" in line) return metric
  if ("action" in line && "httpRequest" in line) return firewall
  if ("routeKey" in line) return access
  return line.message === "request" ? request : plain
}

const pairs = (line: Line) =>
  Object.entries(line)
    .filter(([name, value]) => !usual.has(name) && value !== undefined)
    .map(
      ([name, value]) =>
        `${styleText("dim", `${name}=`)}${typeof value === "object" ? JSON.stringify(value) : value}`,
    )

function plain(line: Line): string {
  const took = typeof line.duration === "number" ? [`${line.duration} ms`] : []
  const { stack, message } = (line.error ?? {}) as { stack?: string; message?: string }
  const error = stack ?? message
  return [[level(line), line.message, ...took, ...pairs(line)].join("  "), ...(error ? [error] : [])].join(
    "\n",
  )
}

const request = (line: Line) =>
  [level(line), answer(line.status, line.duration), `${line.method} ${line.path}`, ...pairs(line)].join("  ")

const access = ({ status, responseTime, httpMethod, path, sourceIp, requestId }: Line) =>
  [answer(status, responseTime), `${httpMethod} ${path}`, sourceIp, requestId].join("  ")

function firewall({ action, httpRequest, terminatingRuleId }: Line): string {
  const { clientIp, country, httpMethod, uri } = httpRequest as Line
  return [action, `${httpMethod} ${uri}`, `${clientIp} (${country})`, terminatingRuleId].join("  ")
}

const metric = ({ _aws, ...line }: Line) => [styleText("dim", "METRIC"), ...pairs(line)].join("  ")

function level({ level: name = "INFO" }: Line): string {
  const text = String(name).padEnd(5)
  const colour = colours[String(name) as keyof typeof colours]
  return colour ? styleText(colour, text) : text
}

function answer(status: unknown, duration: unknown): string {
  const text = `${status}  ${String(duration).padStart(5)} ms`
  if (Number(status) >= 500) return styleText("red", text)
  return Number(status) >= 400 ? styleText("yellow", text) : text
}

/** An event for scripts: what was written as an object where it is one. */
export const asJson = ({ at, message }: LogEvent) => ({
  timestamp: new Date(at).toISOString(),
  message: parsed(message) ?? message,
})
