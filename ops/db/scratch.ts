import { setTimeout as sleep } from "node:timers/promises"
import {
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb"

const mark = "-drill-"

/** The name of a table for one drill. */
export const scratchName = (table: string, at = new Date()) =>
  `${table}${mark}${at.toISOString().replaceAll(/\D/g, "").slice(0, 14)}`

/**
 * Waits until a table and its indexes can be used.
 * @param every milliseconds between two looks
 * @throws Error when there is no such table
 */
export async function untilActive(
  client: DynamoDBClient,
  table: string,
  { every = 5000, say = (_: string) => {} } = {},
): Promise<void> {
  const began = Date.now()
  for (let told = began; ; ) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }))
    const indexes = Table?.GlobalSecondaryIndexes ?? []
    const ready =
      Table?.TableStatus === "ACTIVE" && indexes.every(({ IndexStatus }) => IndexStatus === "ACTIVE")
    if (ready) return
    if (Date.now() - told > 30_000) {
      told = Date.now()
      say(`${table} is ${Table?.TableStatus?.toLowerCase()} for ${Math.round((told - began) / 1000)} s`)
    }
    await sleep(every)
  }
}

/** Deletes the table of a drill, and no other. @throws Error for the name of any other table */
export async function deleteScratch(client: DynamoDBClient, table: string): Promise<void> {
  if (!table.includes(mark)) throw new Error(`${table} is no table of a drill.`)
  try {
    // A table that is still being restored cannot be deleted.
    await untilActive(client, table)
    await client.send(new DeleteTableCommand({ TableName: table }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
  }
}
