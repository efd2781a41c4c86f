import { createReadStream, createWriteStream } from "node:fs"
import { mkdir, rename } from "node:fs/promises"
import path from "node:path"
import { createInterface } from "node:readline"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import { CreateTableCommand, type DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { tableShape } from "../../core/table/shape"
import { fill } from "./fill"
import { type Item, scan } from "./scan"

/** Writes a whole table to a file, a line `{"Item":…}` an item and compressed, as DynamoDB exports it. @returns the items */
export async function writeCopy(client: DynamoDBClient, table: string, file: string): Promise<number> {
  const items: Item[] = []
  await scan({ client, table, segments: 1, each: (item) => items.push(item) })
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const lines = Readable.from(items.map((Item) => `${JSON.stringify({ Item })}\n`))
  await pipeline(lines, createGzip(), createWriteStream(`${file}.tmp`, { mode: 0o600 }))
  await rename(`${file}.tmp`, file)
  return items.length
}

/** Makes a table of the product's shape from such a file. @returns the items */
export async function restoreCopy(client: DynamoDBClient, file: string, table: string): Promise<number> {
  await client.send(new CreateTableCommand(tableShape(table)))
  const unpacked = createReadStream(file).pipe(createGunzip())
  let items: Item[] = []
  let count = 0
  for await (const line of createInterface({ input: unpacked })) {
    items.push((JSON.parse(line) as { Item: Item }).Item)
    if (items.length < 500) continue
    await fill(client, table, items)
    count += items.length
    items = []
  }
  await fill(client, table, items)
  return count + items.length
}
