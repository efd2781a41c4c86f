import { paginateScan } from "@aws-sdk/lib-dynamodb"
import { config } from "../core/config"
import { dynamo } from "../core/table/client"

export type Item = Record<string, unknown> & { pk: string; sk: string; __edb_e__: string }

/** Every item of this file's table, as it is stored. */
export async function items(): Promise<Item[]> {
  const found: Item[] = []
  const pages = paginateScan({ client: dynamo }, { TableName: config.tableName, ConsistentRead: true })
  for await (const { Items = [] } of pages) found.push(...(Items as Item[]))
  return found
}

/** Notes of what happened: they expire by themselves. */
export const isNote = ({ __edb_e__ }: Item) => __edb_e__ === "photoGone" || __edb_e__ === "invalidation"

/** The items that mention a text anywhere, notes excepted. */
export async function itemsAbout(text: string): Promise<string[]> {
  const about = (await items()).filter((item) => !isNote(item) && JSON.stringify(item).includes(text))
  return about.map(({ pk, sk }) => `${pk} ${sk}`).sort()
}

/** The items that mention a post or comment that is gone: without feed rows, which expire, and its author's counters. */
export async function itemsLeftOf(text: string): Promise<string[]> {
  return (await itemsAbout(text)).filter((key) => !key.startsWith("FEED#") && !/^USER#\w+ COUNT$/.test(key))
}
