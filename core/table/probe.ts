import { GetCommand } from "@aws-sdk/lib-dynamodb"
import { config } from "../config"
import { dynamo } from "./client"

/** Throws when the table does not answer within the time the signal gives. */
export async function probe(signal: AbortSignal): Promise<void> {
  const nothing = new GetCommand({ TableName: config.tableName, Key: { pk: "STAGE", sk: "MODE" } })
  await dynamo.send(nothing, { abortSignal: signal })
}
