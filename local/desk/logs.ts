import { z } from "zod"
import { localLog } from "../../ops/logs/local"
import { logNames } from "../../ops/logs/source"
import { app } from "../names"

const Wanted = z.object({
  logGroupName: z.string(),
  startTime: z.number().default(0),
  endTime: z.number().default(Number.MAX_SAFE_INTEGER),
  filterPattern: z.string().optional(),
  limit: z.int().min(1).max(10_000).default(10_000),
  nextToken: z.string().regex(/^\d+$/).optional(),
})

const prefix = `/aws/lambda/${app.name}-${app.stage}-`
type Answer = { status: number; body: object }
const refusal = (type: string, message: string): Answer => ({
  status: 400,
  body: { __type: type, message },
})

/**
 * Answers what the product asks of CloudWatch Logs, from the logs of a data folder: FilterLogEvents of a function's
 * group, a page of 10,000 events or fewer at a time.
 * @param target the header `x-amz-target`
 * @param text the body of the request
 */
export async function filterLogEvents(dataDir: string, target: string, text: string): Promise<Answer> {
  if (target !== "Logs_20140328.FilterLogEvents") return refusal("UnknownOperationException", target)
  const wanted = Wanted.safeParse(JSON.parse(text || "{}"))
  if (!wanted.success) return refusal("InvalidParameterException", wanted.error.message)
  const { logGroupName, startTime, endTime, filterPattern: filter, limit, nextToken } = wanted.data
  const called = logGroupName.startsWith(prefix) ? logGroupName.slice(prefix.length) : ""
  const name = logNames.find((one) => one === (called === "table-changed" ? "stream" : called))
  if (!name) return refusal("ResourceNotFoundException", "The specified log group does not exist.")
  const from = Number(nextToken ?? 0)
  const events: { timestamp: number; message: string }[] = []
  let at = 0
  // The end is part of the period there.
  for await (const event of localLog(dataDir, name).search({
    since: startTime,
    until: endTime + 1,
    filter,
  })) {
    if (at++ < from) continue
    if (events.length === limit) return { status: 200, body: { events, nextToken: String(from + limit) } }
    events.push({ timestamp: event.at, message: event.message })
  }
  return { status: 200, body: { events } }
}
