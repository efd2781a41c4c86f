import type { EntityItem } from "electrodb"
import { AppError } from "../error"
import { table } from "../table"
import type { IncidentEntity, IncidentEventEntity } from "./incident.entity"
import { type IncidentEventView, type IncidentView, steps } from "./incident.schema"

/** The incidents, the newest first; fifty unless told otherwise. */
export async function list(count = 50): Promise<IncidentView[]> {
  const { data } = await table()
    .incident.query.byTime({})
    .go({ order: "desc", limit: count, count, consistent: true })
  return data.map(view)
}

/** Those of the newest fifty that are not over. */
export const open = async () => (await list()).filter(({ resolvedAt }) => !resolvedAt)

/** @throws AppError `not_found` */
export async function get(incidentId: string): Promise<IncidentView> {
  const { data } = await table().incident.get({ incidentId }).go({ consistent: true })
  if (!data) throw new AppError("not_found")
  return view(data)
}

/** What happened, in order. */
export async function timeline(incidentId: string): Promise<IncidentEventView[]> {
  const { data } = await table()
    .incidentEvent.query.byIncident({ incidentId })
    .go({ pages: "all", consistent: true })
  return data.map(eventView)
}

function view({ incidentId, done, ...row }: EntityItem<typeof IncidentEntity>): IncidentView {
  const doneBy = done as Record<string, { at: string; by: string }>
  return {
    ...(row as Omit<IncidentView, "id" | "steps">),
    id: incidentId,
    steps: steps[row.kind].map((name) => ({ name, ...doneBy[name] })),
  }
}

const eventView = ({
  eventId,
  incidentId,
  ...row
}: EntityItem<typeof IncidentEventEntity>): IncidentEventView => ({
  ...row,
  id: eventId,
})
