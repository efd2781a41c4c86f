import { CloudWatchLogsClient, FilterLogEventsCommand } from "@aws-sdk/client-cloudwatch-logs"
import { GetFunctionConfigurationCommand, LambdaClient } from "@aws-sdk/client-lambda"
import { command } from "../../command"
import { functions } from "../../dlq"
import { numberOf } from "../../number"
import { average, greatest, hourly, type Series, sum } from "../../optimize/series"
import { table } from "../../output"
import { named, type Stage } from "../../stage"

export default command({
  summary: "holds the memory that each function uses against what it has, with how long it runs and waits",
  details:
    "Memory comes from maxMemoryUsed, which every line of the log carries; the rest from CloudWatch. A function with half of its\nmemory unused may also be there for the processor: memory brings both.",
  examples: ["optimize lambda --stage production", "optimize lambda --hours 168 --stage production --json"],
  args: { hours: { type: "string", default: "24", description: "how far back" } },
  async run({ args, stage }) {
    const hours = numberOf("hours", args.hours)
    const found = await Promise.all(["api", ...functions].map((name) => look(stage, name, hours)))
    const rows = found.filter((row) => row !== undefined)
    const text = table(rows, [
      { of: "name", as: "function" },
      { of: "runs", align: "right" },
      { of: "average", as: "ms avg", align: "right" },
      { of: "longest", as: "ms max", align: "right" },
      { of: "timeout", as: "timeout ms", align: "right" },
      { of: "used", as: "MB used", align: "right" },
      { of: "memory", as: "MB", align: "right" },
      { of: "throttled", align: "right" },
      { of: "advice" },
    ])
    return {
      data: { hours, functions: rows },
      text: rows.length > 0 ? text : `Stage ${stage.name} has no functions.`,
    }
  },
})

async function look(stage: Stage, name: string, hours: number) {
  const FunctionName = named(stage.name, name)
  const is = await stage
    .client(LambdaClient)
    .send(new GetFunctionConfigurationCommand({ FunctionName }))
    .catch((error: Error) => {
      if (error.name === "ResourceNotFoundException") return undefined
      throw error
    })
  if (!is) return undefined
  const of = (metric: string, stat: Series["stat"]): Series => ({
    namespace: "AWS/Lambda",
    metric,
    stat,
    dimensions: { FunctionName },
  })
  const values = await hourly(
    stage,
    {
      runs: of("Invocations", "Sum"),
      average: of("Duration", "Average"),
      longest: of("Duration", "Maximum"),
      throttles: of("Throttles", "Sum"),
    },
    hours,
  )
  const { MemorySize: memory = 0, Timeout = 0 } = is
  const row = {
    name,
    runs: sum(values.runs ?? []),
    average: Math.round(average(values.average ?? [])),
    longest: Math.round(greatest(values.longest ?? [])),
    timeout: Timeout * 1000,
    used: await memoryUsed(stage, FunctionName, hours),
    memory,
    throttled: sum(values.throttles ?? []),
  }
  return { ...row, advice: adviceOn(row) }
}

type Row = { longest: number; timeout: number; used: number | undefined; memory: number; throttled: number }

/** What the figures ask for, the most urgent first. */
export function adviceOn({ longest, timeout, used, memory, throttled }: Row): string | undefined {
  if (throttled > 0) return "held back: raise its concurrency"
  if (timeout > 0 && longest > 0.8 * timeout) return "close to its timeout: more memory, or more time"
  if (used === undefined) return undefined
  if (used > 0.85 * memory) return `close to its memory: ${memory * 2} MB`
  if (used < 0.4 * memory)
    return `${Math.max(128, Math.ceil((used * 1.5) / 64) * 64)} MB would hold it, if it is not slower then`
  return undefined
}

/** The most memory that a line of the log tells of, in MB, of a thousand lines or fewer. */
async function memoryUsed(stage: Stage, FunctionName: string, hours: number): Promise<number | undefined> {
  const { events = [] } = await stage
    .client(CloudWatchLogsClient)
    .send(
      new FilterLogEventsCommand({
        logGroupName: `/aws/lambda/${FunctionName}`,
        filterPattern: "{ $.maxMemoryUsed = * }",
        startTime: Date.now() - hours * 3_600_000,
        limit: 1000,
      }),
    )
    .catch((error: Error) => {
      if (error.name === "ResourceNotFoundException") return { events: [] }
      throw error
    })
  const used = events.flatMap(({ message = "" }) =>
    Number(/"maxMemoryUsed":\s*(\d+)/.exec(message)?.[1] ?? Number.NaN),
  )
  const known = used.filter((value) => !Number.isNaN(value))
  return known.length > 0 ? greatest(known) : undefined
}
