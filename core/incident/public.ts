import type { PublicIncident } from "../status/status.schema"
import type { IncidentView } from "./incident.schema"
import { timeline } from "./read"

/** How many of an incident's texts the status page shows, the newest. */
const shown = 20

/** An incident as everybody may know it: never who, and never what operators tell each other. */
export async function publicOf(incident: IncidentView): Promise<PublicIncident> {
  const events = await timeline(incident.id)
  const { id, title, state, impact, journeys, openedAt, resolvedAt } = incident
  return {
    id,
    title,
    state,
    impact,
    journeys,
    openedAt,
    ...(resolvedAt ? { resolvedAt } : {}),
    updates: events
      .flatMap(({ at, state, text }) => (state && text ? [{ at, state, text }] : []))
      .reverse()
      .slice(0, shown),
  }
}
