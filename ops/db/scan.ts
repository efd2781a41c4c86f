import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb"

export type Item = Record<string, AttributeValue>

export type Scan = {
  client: DynamoDBClient
  table: string
  /** Parts of the table that are read at the same time, each a random part of all keys. */
  segments: number
  /** How many items are read at the most, of all segments together. */
  atMost?: number | undefined
  /** Only these attributes; all of them when not given. */
  attributes?: readonly string[]
  /** How many items a request reads. */
  page?: number
  each: (item: Item) => void
  /** Told how many items were read, every second or so. */
  progress?: (read: number) => void
}

/** Reads a table, or a sample of it. @returns how many items were read, and whether that was all of them */
export async function scan(wanted: Scan): Promise<{ read: number; whole: boolean }> {
  const { segments, atMost = Number.POSITIVE_INFINITY, progress } = wanted
  let read = 0
  let told = Date.now()
  const count = (items: readonly Item[]) => {
    items.forEach(wanted.each)
    read += items.length
    if (!progress || Date.now() - told < 1000) return
    told = Date.now()
    progress(read)
  }
  const perSegment = Math.ceil(atMost / segments)
  const parts = Array.from({ length: segments }, (_, segment) =>
    readSegment(wanted, segment, perSegment, count),
  )
  const ends = await Promise.all(parts)
  return { read, whole: ends.every(Boolean) }
}

async function readSegment(
  { client, table, segments, attributes, page }: Scan,
  segment: number,
  atMost: number,
  count: (items: readonly Item[]) => void,
): Promise<boolean> {
  let after: Item | undefined
  let read = 0
  do {
    const left = Math.min(page ?? 1000, atMost - read)
    if (left <= 0) return false
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: table,
        Limit: left,
        ExclusiveStartKey: after,
        ...(segments > 1 && { Segment: segment, TotalSegments: segments }),
        ...(attributes && {
          ProjectionExpression: attributes.map((_, i) => `#${i}`).join(", "),
          ExpressionAttributeNames: Object.fromEntries(attributes.map((name, i) => [`#${i}`, name])),
        }),
      }),
    )
    count(Items)
    read += Items.length
    after = LastEvaluatedKey
  } while (after)
  return true
}

/** Which entity an item is. */
export const entityOf = (item: Item): string => item.__edb_e__?.S ?? "(none)"

/** Counts items by entity. */
export async function countEntities(wanted: Omit<Scan, "each" | "attributes">) {
  const counts = new Map<string, number>()
  const each = (item: Item) => counts.set(entityOf(item), (counts.get(entityOf(item)) ?? 0) + 1)
  const { read, whole } = await scan({ ...wanted, each, attributes: ["__edb_e__"] })
  return { counts, read, whole }
}
