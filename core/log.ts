import { AsyncLocalStorage } from "node:async_hooks"
import { LogFormatter, Logger, LogItem } from "@aws-lambda-powertools/logger"
import type { LogAttributes, UnformattedAttributes } from "@aws-lambda-powertools/logger/types"
import { withoutSecrets } from "./log-secrets"
import { metered, spent } from "./meter"

type Fields = Record<string, string | number | boolean | undefined>

/** What every line says that is written while a request or an event is worked on. */
const scope = new AsyncLocalStorage<Fields>()

/** Runs something whose every line carries these fields besides those that are there already. */
export const withFields = <T>(fields: Fields, run: () => T): T =>
  scope.run({ ...scope.getStore(), ...fields }, run)

/** Adds to what the lines from here on carry: what was found out on the way, such as who asks. */
export function addFields(fields: Fields): void {
  Object.assign(scope.getStore() ?? {}, fields)
}

/** The id of the request that is worked on, if it is one. */
export function requestId(): string | undefined {
  const id = scope.getStore()?.request_id
  return typeof id === "string" ? id : undefined
}

let started = false
/** Whether this is the first thing that this process works on. */
export function isColdStart(): boolean {
  const first = !started
  started = true
  return first
}

type InvokeStore = { getRequestId(): string }
/** Lambda's own note of the call that is worked on; elsewhere there is none. */
function invocation(): string | undefined {
  const { awslambda } = globalThis as { awslambda?: { InvokeStore?: InvokeStore } }
  const id = awslambda?.InvokeStore?.getRequestId()
  return id === "-" ? undefined : id
}

class Formatter extends LogFormatter {
  override formatAttributes(base: UnformattedAttributes, more: LogAttributes): LogItem {
    const attributes: LogAttributes = {
      timestamp: base.timestamp.toISOString(),
      level: base.logLevel,
      message: base.message,
      service: base.serviceName,
      function_request_id: invocation(),
      xray_trace_id: base.xRayTraceId,
      ...scope.getStore(),
      ...more,
      // The most that this process has used, in MB, as Lambda reports it for the function.
      maxMemoryUsed: Math.round(process.resourceUsage().maxRSS / 1024),
    }
    for (const [name, value] of Object.entries(attributes))
      if (typeof value === "string") attributes[name] = withoutSecrets(value)
    return new LogItem({ attributes })
  }

  /** What an error says of itself, and nothing that hangs on it: a refused transaction carries whole rows. */
  override formatError(error: Error): LogAttributes {
    const { name, message, stack, cause, code } = error as Error & { code?: unknown }
    return {
      name,
      message: withoutSecrets(message),
      ...(typeof code === "string" ? { code } : {}),
      stack: withoutSecrets(stack ?? ""),
      ...(cause instanceof Error ? { cause: this.formatError(cause) } : {}),
    }
  }
}

/** One JSON line an event. Never a password, token, cookie, e-mail, caption or signed URL. */
export const log = new Logger({
  serviceName: process.env.POWERTOOLS_SERVICE_NAME ?? "photo-sharing-app",
  logFormatter: new Formatter(),
})

/**
 * A function's handler all of whose lines say to which call they belong, and that ends each call with a line of its own.
 * @param handler gets the event and the id of the call, which stays the same when the call is tried again
 */
export function logged<Event, Result>(
  handler: (event: Event, requestId: string) => Promise<Result>,
): (event: Event, context?: { awsRequestId: string }) => Promise<Result> {
  return (event, context) => {
    const id = context?.awsRequestId ?? "none"
    const fields = { function_request_id: context?.awsRequestId, coldStart: isColdStart() }
    const call = async () => {
      const began = performance.now()
      const duration = () => Math.round(performance.now() - began)
      try {
        const result = await handler(event, id)
        log.info("call ended", { duration: duration(), ...spent() })
        return result
      } catch (error) {
        log.error("call failed", { duration: duration(), ...spent(), error: error as Error })
        throw error
      }
    }
    return withFields(fields, () => metered(call))
  }
}
