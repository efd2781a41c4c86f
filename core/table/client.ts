import { type ConsumedCapacity, DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb"
import { spend, timed } from "../meter"
import { tellOf } from "./told"

/** The one client of the table; region, credentials and endpoint come from the environment. */
export const dynamo = DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 5 }), {
  marshallOptions: { removeUndefinedValues: true },
})

tellOf(dynamo)

const writes = /^(Put|Update|Delete|BatchWrite|TransactWrite)/
type Args = { input: { ReturnConsumedCapacity?: string } }
type Result = { output: { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] } }

// DynamoDB tells what a call has cost when it is asked; a refused write costs as well, and is not told.
dynamo.middlewareStack.add(
  (next, { commandName = "" }) =>
    async (args) => {
      const asked = { ReturnConsumedCapacity: "TOTAL", ...(args as Args).input }
      const result = await timed("tableTime", () => next({ ...args, input: asked } as typeof args))
      const { ConsumedCapacity = [] } = (result as unknown as Result).output
      for (const { CapacityUnits = 0 } of [ConsumedCapacity].flat())
        spend(writes.test(commandName) ? "writeUnits" : "readUnits", CapacityUnits)
      return result
    },
  { step: "initialize", name: "meter" },
)
