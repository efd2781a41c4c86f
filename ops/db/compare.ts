import { createHash } from "node:crypto"
import { type DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb"
import { unmarshall } from "@aws-sdk/util-dynamodb"
import type { Check } from "../verify/check"
import { entityOf, type Item, scan } from "./scan"

/** What comes and goes by itself: told, and not judged. */
const passing = new Set(
  "rateLimit idempotency session oneTimeToken feedRow trend trendOfPost photoGone quota invalidation audienceSweep notification notificationPart notificationMark drill audit".split(
    " ",
  ),
)

export type Comparison = {
  client: DynamoDBClient
  live: string
  restored: string
  /** What the restored table is a picture of: later changes are no faults. */
  asOf: Date
  /** How many posts are compared, attribute by attribute. */
  sample: number
  /** By how many percent the items of an entity may differ where people go on working. */
  tolerance: number
  segments: number
  progress?: (line: string) => void
}

/** Holds a restored table against the live one. @returns what was found, and the posts that were compared */
export async function compare(wanted: Comparison): Promise<{ checks: Check[]; posts: Item[] }> {
  const { asOf, tolerance, sample } = wanted
  const posts: Item[] = []
  let seen = 0
  // Each post that is old enough has the same chance (reservoir sampling).
  const draw = (item: Item) => {
    if (entityOf(item) !== "post" || !isOlder(item, asOf)) return
    const place = seen++ < sample ? posts.length : Math.floor(Math.random() * seen)
    if (place < sample) posts[place] = item
  }
  const live = await counted(wanted, wanted.live, draw)
  const restored = await counted(wanted, wanted.restored, () => {})
  const entities = [...new Set([...live.keys(), ...restored.keys()])].sort()
  const counts = entities.map((entity) => {
    const [is, was] = [live.get(entity) ?? 0, restored.get(entity) ?? 0]
    const judged = !passing.has(entity)
    const ok = judged ? Math.abs(is - was) <= Math.ceil((is * tolerance) / 100) : undefined
    return { name: `${entity} rows`, ok, found: `${is} live, ${was} restored` }
  })
  return { checks: [...counts, await samePosts(wanted, posts)], posts }
}

async function counted(
  { client, segments, progress }: Comparison,
  table: string,
  each: (item: Item) => void,
) {
  const counts = new Map<string, number>()
  await scan({
    client,
    table,
    segments,
    each(item) {
      counts.set(entityOf(item), (counts.get(entityOf(item)) ?? 0) + 1)
      each(item)
    },
    progress: (read) => progress?.(`${table}: ${read} items read`),
  })
  return counts
}

const isOlder = ({ updatedAt }: Item, asOf: Date) => new Date(updatedAt?.S ?? 0) < asOf

async function samePosts({ client, restored }: Comparison, posts: readonly Item[]): Promise<Check> {
  const name = "sampled posts"
  if (posts.length === 0)
    return { name, ok: false, found: "there is no post to compare, which proves nothing" }
  const wrong: string[] = []
  for (const post of posts) {
    const { pk, sk } = post
    if (!pk || !sk) continue
    const { Item: copy } = await client.send(
      new GetItemCommand({ TableName: restored, Key: { pk, sk }, ConsistentRead: true }),
    )
    if (!copy) wrong.push(`${pk.S} is missing`)
    else if (hashOf(copy) !== hashOf(post)) wrong.push(`${pk.S} differs`)
  }
  const found = `${posts.length - wrong.length} of ${posts.length} equal${wrong.length > 0 ? `: ${wrong.slice(0, 5).join(", ")}` : ""}`
  return { name, ok: wrong.length === 0, found }
}

/** The SHA-256 of an item, whatever the order of its attributes. How many counters a post has grows without a change. */
export function hashOf(item: Item): string {
  const { countShards, ...values } = unmarshall(item)
  const sorted = (_: string, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return createHash("sha256").update(JSON.stringify(values, sorted)).digest("hex")
}
