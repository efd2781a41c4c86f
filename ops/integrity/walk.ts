import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb"
import { config } from "../../core/config"
import { entityOf, type Item } from "../db/scan"
import { OpsProblem } from "../problem"
import { commentFaults, postFaults, userFaults } from "./counters"
import { type Fault, lasting } from "./fault"
import { objectsAfter, orphans } from "./objects"
import { photoFaults } from "./photos"

export const kinds = ["photos", "counters", "objects"] as const
export type Kind = (typeof kinds)[number]
type Phase = "rows" | "media" | "originals"
type Place = { phase: Phase; after?: unknown }

export type Walk = {
  client: DynamoDBClient
  table: string
  of: readonly Kind[]
  /** How many rows and objects are looked at. */
  items: number
  /** Where an earlier walk ended. */
  from?: string | undefined
  /** Milliseconds before a second look. */
  pause: number
  /** Younger objects are left alone, in milliseconds. */
  age: number
  progress?: (line: string) => void
}

export type Found = { faults: Fault[]; looked: number; next: string | undefined }

/** Walks through rows and objects, and says what is not as it should be, and where to go on. @throws OpsProblem for a place that is none */
export async function walk(wanted: Walk): Promise<Found> {
  const { of, items, progress } = wanted
  const found: Found = { faults: [], looked: 0, next: undefined }
  const steps: Record<Phase, typeof rows> = {
    rows,
    media: objectsOf("media"),
    originals: objectsOf("originals"),
  }
  const phases: Phase[] = [
    ...(of.some((kind) => kind !== "objects") ? (["rows"] as const) : []),
    ...(of.includes("objects") ? (["media", "originals"] as const) : []),
  ]
  const begin = wanted.from ? placeOf(wanted.from) : undefined
  for (const phase of phases.slice(begin ? phases.indexOf(begin.phase) : 0)) {
    let after = begin?.phase === phase ? begin.after : undefined
    do {
      if (found.looked >= items) return { ...found, next: written({ phase, after }) }
      const step = await steps[phase](wanted, after, items - found.looked)
      found.looked += step.looked
      found.faults.push(...step.faults)
      after = step.after
      progress?.(`${found.looked} rows and objects looked at, ${found.faults.length} faults`)
    } while (after !== undefined)
  }
  return found
}

type Step = { looked: number; faults: Fault[]; after: unknown }

async function rows({ client, table, of, pause }: Walk, after: unknown, left: number): Promise<Step> {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new ScanCommand({
      TableName: table,
      Limit: Math.min(left, 200),
      ExclusiveStartKey: after as Item | undefined,
    }),
  )
  const looks = Items.flatMap((item) => lookAt(item, of))
  const faults: Fault[] = []
  // A few at a time: a look is several requests.
  for (let at = 0; at < looks.length; at += 8) {
    const some = await Promise.all(looks.slice(at, at + 8).map((look) => lasting(look, pause)))
    faults.push(...some.flat())
  }
  return { looked: Items.length, faults, after: LastEvaluatedKey }
}

function lookAt(item: Item, of: readonly Kind[]): (() => Promise<Fault[]>)[] {
  const id = (name: string) => item[name]?.S ?? ""
  const entity = entityOf(item)
  if (entity === "photo") return of.includes("photos") ? [() => photoFaults(id("photoId"))] : []
  if (!of.includes("counters")) return []
  if (entity === "post") return [() => postFaults(id("postId"))]
  if (entity === "comment") return [() => commentFaults(id("postId"), id("commentId"))]
  return entity === "userCount" ? [() => userFaults(id("userId"))] : []
}

const objectsOf =
  (which: "media" | "originals") =>
  async ({ age, pause }: Walk, after: unknown, left: number): Promise<Step> => {
    const bucket = which === "media" ? config.mediaBucket : config.originalsBucket
    const page = await objectsAfter(bucket, after as string | undefined, Math.min(left, 1000))
    const before = new Date(Date.now() - age)
    const faults = await lasting(() => orphans(bucket, page.objects, before), pause)
    return { looked: page.objects.length, faults, after: page.next }
  }

const written = (place: Place) => Buffer.from(JSON.stringify(place)).toString("base64url")

function placeOf(text: string): Place {
  try {
    const { phase, after } = JSON.parse(Buffer.from(text, "base64url").toString()) as Place
    if (["rows", "media", "originals"].includes(phase)) return { phase, after }
  } catch {
    // Said below.
  }
  throw new OpsProblem(
    `"${text.slice(0, 40)}" is no place to go on from.`,
    "--from takes what the last run printed.",
  )
}
