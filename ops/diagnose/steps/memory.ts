import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from "@aws-sdk/client-lambda"
import type { LogName } from "../../logs/source"
import { functionOf } from "../../logs/source"
import { fine, type Step, unknown } from "../step"

/** A function may have so many MB at most. */
const largest = 10_240

/** Whether a function uses nearly all of its memory. */
export const memoryOf = (log: LogName): Step => ({
  asks: `Has ${functionOf(log)} enough memory?`,
  async look({ stage, lines }) {
    const used = Math.max(
      0,
      ...(await lines(log, "{ $.maxMemoryUsed = * }")).map((line) => Number(line.maxMemoryUsed)),
    )
    if (stage.isLocal) return unknown(`It used ${used} MB.`, "The local stage sets it no bound.")
    const FunctionName = stage.names.function(functionOf(log))
    const client = stage.client(LambdaClient)
    const { MemorySize = 0 } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }))
    const found = `It used up to ${used} of ${MemorySize} MB.`
    if (used <= 0.85 * MemorySize) return fine(found)
    const MemorySizeTo = Math.min(largest, MemorySize * 2)
    return {
      is: "cause",
      found,
      means:
        "What is close to its bound is slow, and ends when it is reached. More memory brings more processor.",
      cause: `${functionOf(log)} is close to its memory: ${used} of ${MemorySize} MB.`,
      next: "optimize lambda",
      remedy: {
        change: `give ${FunctionName} ${MemorySizeTo} MB, until the next deployment`,
        async apply() {
          await client.send(
            new UpdateFunctionConfigurationCommand({ FunctionName, MemorySize: MemorySizeTo }),
          )
          return `${FunctionName} has ${MemorySizeTo} MB; put it into infra/ as well`
        },
      },
    }
  },
})
