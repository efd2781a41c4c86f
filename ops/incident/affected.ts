import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import type { IncidentView } from "../../core/incident/incident.schema"
import { scan } from "../db/scan"
import type { Stage } from "../stage"

/** Who an incident concerned: everybody, who was here since the day before it, or who sent photos while it was open. */
export const audiences = ["everybody", "active", "uploaders"] as const
export type Audience = (typeof audiences)[number]

/** Who is meant where nobody says so. */
export function audienceOf({ kind, journeys }: IncidentView): Audience {
  if (kind === "security") return "everybody"
  return journeys.every((name) => name === "upload" || name === "process") ? "uploaders" : "active"
}

/**
 * The ids of those whom an incident concerned, in order, so that a run that was interrupted goes on where it was.
 * Reads the whole table.
 */
export async function affectedBy(
  stage: Stage,
  incident: IncidentView,
  audience: Audience,
): Promise<string[]> {
  const { openedAt, resolvedAt = new Date().toISOString() } = incident
  const dayBefore = new Date(Date.parse(openedAt) - 86_400_000).toISOString().slice(0, 10)
  const found = new Set<string>()
  await scan({
    client: stage.client(DynamoDBClient),
    table: process.env.SST_RESOURCE_Table
      ? JSON.parse(process.env.SST_RESOURCE_Table).name
      : stage.names.table,
    segments: stage.isLocal ? 1 : 4,
    attributes: ["__edb_e__", "userId", "seenOn", "createdAt"],
    each: ({ __edb_e__, userId, seenOn, createdAt }) => {
      const [entity, id, made = ""] = [__edb_e__?.S, userId?.S, createdAt?.S]
      if (!id) return
      if (audience === "uploaders") {
        if (entity === "photo" && made >= openedAt && made <= resolvedAt) found.add(id)
      } else if (entity === "user" && (audience === "everybody" || (seenOn?.S ?? made) >= dayBefore))
        found.add(id)
    },
  })
  return [...found].sort()
}
