import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda"
import { functionOf, type LogName } from "../../logs/source"
import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"

/** A function may run so many seconds at most. */
const longest = 900
/** As Lambda tells it: in a line of its own, or in its report. */
const ended = ['"Task timed out"', '{ $.type = "platform.report" && $.record.status = "timeout" }']

/** Whether a function was ended because it ran too long. */
export const timeoutOf = (log: LogName): Step => ({
  asks: `Is ${functionOf(log)} ended before it is done?`,
  async look({ stage, lines }) {
    const [told, reported] = await Promise.all(ended.map((filter) => lines(log, filter)))
    const found = [...(told ?? []), ...(reported ?? [])]
    if (found.length === 0) return fine("No run of it was cut off.")
    const seen = {
      is: "cause",
      found: `${some(found.length, "run")} cut off`,
      means: "It takes longer than it may: it waits for something, or its work has grown.",
      evidence: examples(found),
      cause: `${functionOf(log)} runs into its timeout: ${some(found.length, "run")} cut off.`,
      next: "optimize lambda",
      times: found.length,
    } as const
    if (stage.isLocal) return seen
    const FunctionName = stage.names.function(functionOf(log))
    const client = stage.client(LambdaClient)
    const { Timeout = 0 } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }))
    const seconds = Math.min(longest, Timeout * 2)
    return {
      ...seen,
      remedy: {
        change: `let ${FunctionName} run for ${seconds} s, until the next deployment`,
        async apply() {
          await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Timeout: seconds }))
          return `${FunctionName} may run for ${seconds} s; put it into infra/ as well`
        },
      },
    }
  },
})
