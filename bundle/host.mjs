// Runs one bundle as Lambda does: plain Node in the bundle's own folder, one event at a time, told over IPC.
// Usage: node host.mjs <the bundle's file, absolute>
import { pathToFileURL } from "node:url"

const [, , file = ""] = process.argv
const faultOf = (error) => ({
  name: error?.name,
  message: error?.message ?? String(error),
  stack: error?.stack,
})

process.on("disconnect", () => process.exit(0))

const contextOf = ({ requestId, deadline }) => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: "bundle",
  functionVersion: "$LATEST",
  invokedFunctionArn: `arn:aws:lambda:${process.env.AWS_REGION}:000000000000:function:bundle`,
  memoryLimitInMB: "1769",
  awsRequestId: requestId,
  logGroupName: "/aws/lambda/bundle",
  logStreamName: "bundle",
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  done() {},
  fail() {},
  succeed() {},
})

const began = performance.now()
try {
  const { handler } = await import(pathToFileURL(file).href)
  const importMs = performance.now() - began
  process.on("message", async ({ event, ...invocation }) => {
    const start = performance.now()
    const answer = await Promise.resolve()
      .then(() => handler(event, contextOf(invocation)))
      .then(
        (result) => ({ result: result ?? null }),
        (error) => ({ fault: faultOf(error) }),
      )
    process.send({ ...answer, ms: performance.now() - start })
  })
  process.send({ importMs })
} catch (error) {
  process.send({ fault: faultOf(error) })
}
