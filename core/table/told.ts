import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { log } from "../log"

/** A call that takes longer, in milliseconds, tries included, is told of. */
const slow = 500
const throttled = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
])

type Input = { IndexName?: string; ExpressionAttributeValues?: Record<string, unknown> }

/** Makes a client tell of calls that were slow, and of each try that was throttled. */
export function tellOf(client: DynamoDBDocumentClient): void {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const began = performance.now()
        try {
          return await next(args)
        } finally {
          const duration = Math.round(performance.now() - began)
          if (duration >= slow)
            log.warn("table call slow", { ...callOf(commandName, args.input as Input), duration })
        }
      },
    { step: "initialize", name: "tell-of-slow" },
  )
  // Inside of what tries again: a call that succeeds in the end says nothing of it.
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        try {
          return await next(args)
        } catch (error) {
          const { name } = error as Error
          if (throttled.has(name))
            log.warn("table throttled", { ...callOf(commandName, args.input as Input), reason: name })
          throw error
        }
      },
    { step: "deserialize", priority: "high", name: "tell-of-throttling" },
  )
}

/** What a call asked of which index, without whom it was about: `Query`, `gsi1`, `USER#…#POSTS`. */
function callOf(commandName: string, { IndexName, ExpressionAttributeValues = {} }: Input) {
  const operation = commandName.replace(/Command$/, "")
  // Outside it is a text, inside of the document client it is as the table takes it.
  const value = ExpressionAttributeValues[":pk"] as string | { S?: string } | undefined
  const key = typeof value === "object" ? value.S : value
  const shape = key ? { key: shapeOf(key) } : {}
  return { operation, ...(operation === "Query" ? { index: IndexName ?? "table" } : {}), ...shape }
}

const shapeOf = (key: string) =>
  key
    .split("#")
    .map((part, i) => (i % 2 === 0 && /^[A-Z]{1,20}$/.test(part) ? part : "…"))
    .join("#")
