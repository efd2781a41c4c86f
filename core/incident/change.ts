import { Audit } from "../audit"
import { AppError } from "../error"
import { newId } from "../id"
import { type Entities, refused, transact } from "../table"
import { now } from "../time"
import type { IncidentEventView, IncidentView } from "./incident.schema"
import { get } from "./read"

type Event = Omit<IncidentEventView, "id" | "at" | "by">
type Set = Partial<Omit<IncidentView, "id" | "steps">> & {
  done?: Record<string, { at: string; by: string }>
}

/** What one operator does to an incident. */
export type Change = {
  by: string
  /** As the audit names it: `incident update`. */
  what: string
  set: Set
  events: readonly Event[]
}

/**
 * Changes an incident that is not over, with its timeline and the audit, in one transaction.
 * @throws AppError `not_found`; `conflict` when it is over, or somebody else has just escalated it
 */
export async function change(incidentId: string, before: IncidentView, { by, what, set, events }: Change) {
  if (before.resolvedAt) throw new AppError("conflict")
  const codes = await transact((t) => [
    t.incident
      .patch({ incidentId })
      .set(set)
      // Two that escalate at the same time tell two levels, not one of them twice as if it were another.
      .where((row, { eq, notExists }) =>
        [
          notExists(row.resolvedAt),
          ...(set.escalatedTo === undefined ? [] : [eq(row.escalatedTo, before.escalatedTo)]),
        ].join(" AND "),
      )
      .commit(),
    ...events.map((event) => t.incidentEvent.create(eventRow(incidentId, by, event)).commit()),
    noted(t, by, what, incidentId, events),
  ])
  if (codes?.[0] === refused) throw new AppError("conflict")
  return get(incidentId)
}

export const eventRow = (incidentId: string, by: string, event: Event) => ({
  ...event,
  incidentId,
  eventId: newId("incidentEvent"),
  at: now(),
  by,
})

export const noted = (t: Entities, by: string, what: string, incidentId: string, events: readonly Event[]) =>
  Audit.entry(t, {
    by,
    what,
    detail: [
      incidentId,
      ...events.map(({ kind, detail, text }) => `${kind}: ${detail ?? text?.en ?? text?.ja ?? ""}`),
    ]
      .join("; ")
      .slice(0, 2000),
  })
