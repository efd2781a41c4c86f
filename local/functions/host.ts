// Runs one function in a process of its own, one event at a time, as a Lambda environment does.
// Usage: node --import tsx host.ts <function's file> <function's name>
import { pathToFileURL } from "node:url"
import type { Context, Handler } from "aws-lambda"
import type { Answer, Invocation } from "./messages"

const [, , file = "", name = ""] = process.argv
const answer = (message: Answer) => process.send?.(message)
const faultOf = (error: unknown) => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { name, message, stack }
}

// The launcher decides when we end; without it (it was killed) nobody would.
process.on("SIGINT", () => {})
process.on("SIGTERM", () => {})
process.on("disconnect", () => process.exit(0))

function contextOf({ requestId, deadline }: Invocation): Context {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:${name}`,
    memoryLimitInMB: "1769",
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done() {},
    fail() {},
    succeed() {},
  }
}

async function run(handler: Handler, invocation: Invocation): Promise<Answer> {
  try {
    const result: unknown = await handler(invocation.event, contextOf(invocation), () => {})
    return { kind: "done", result: result ?? null }
  } catch (error) {
    return { kind: "failed", fault: faultOf(error) }
  }
}

try {
  const { handler } = (await import(pathToFileURL(file).href)) as { handler?: Handler }
  if (typeof handler !== "function") throw new Error(`${file} exports no function named handler.`)
  process.on("message", (invocation: Invocation) => run(handler, invocation).then(answer))
  answer({ kind: "ready" })
} catch (error) {
  answer({ kind: "unloadable", fault: faultOf(error) })
}
