import { setTimeout as sleep } from "node:timers/promises"
import { BatchWriteItemCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb"
import type { Item } from "./scan"

/** Writes items into a table, 25 a request; what it does not take at once is written again. */
export async function fill(client: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  for (let at = 0; at < items.length; at += 25) {
    let left = items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } }))
    for (let attempt = 0; left.length > 0; attempt++) {
      if (attempt > 8) throw new Error(`The table ${table} does not take what is written.`)
      if (attempt > 0) await sleep(Math.random() * 50 * 2 ** attempt)
      const { UnprocessedItems } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
      )
      left = (UnprocessedItems?.[table] ?? []) as typeof left
    }
  }
}
