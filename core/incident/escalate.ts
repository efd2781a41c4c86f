import { config } from "../config"
import { AppError } from "../error"
import { log } from "../log"
import { operation } from "../operation"
import { change } from "./change"
import { EscalateIncident, type IncidentView } from "./incident.schema"
import { page } from "./page"
import { get, open } from "./read"

/** Tells who is on call of a new incident. That nobody could be told is no reason not to open it: the levels follow. */
export async function tellOnCall(incident: IncidentView): Promise<void> {
  const { onCall } = config.escalation
  if (!onCall) return
  try {
    await page(onCall.topic, "It has just been opened.", incident)
    await note(incident, "the product", `${onCall.name} (on call)`, 0)
  } catch (error) {
    log.error("on call not told", { incident_id: incident.id, error: error as Error })
  }
}

/**
 * Tells the next level, or the one that is named, whatever the time.
 * @throws AppError `not_found` for a level that there is not; `conflict` for an incident that is over
 */
export const escalate = operation(
  EscalateIncident,
  async (_actor, { by, incidentId, level }): Promise<IncidentView> => {
    const incident = await get(incidentId)
    if (incident.resolvedAt) throw new AppError("conflict")
    return toLevel(incident, level ?? incident.escalatedTo + 1, by)
  },
)

/**
 * Tells every level whose time has come of the incidents that nobody has acknowledged. A level is told before that is
 * noted: rather twice than not at all.
 * @returns how many levels were told, and how many could not be
 */
export async function escalateDue(at = Date.now()): Promise<{ escalated: number; faults: number }> {
  const sum = { escalated: 0, faults: 0 }
  if (config.escalation.levels.length === 0) return sum
  for (const found of await open()) {
    if (found.acknowledgedAt) continue
    const since = (at - Date.parse(found.openedAt)) / 60_000
    const due = config.escalation.levels.filter(({ minutes }) => minutes <= since).length
    for (let incident = found; incident.escalatedTo < due; sum.escalated++) {
      try {
        incident = await toLevel(incident, incident.escalatedTo + 1, "the product")
      } catch (error) {
        // Somebody else has escalated or acknowledged it meanwhile.
        if (error instanceof AppError && error.code === "conflict") break
        log.error("escalation failed", { incident_id: incident.id, error: error as Error })
        sum.faults++
        break
      }
    }
  }
  return sum
}

async function toLevel(incident: IncidentView, number: number, by: string): Promise<IncidentView> {
  const level = config.escalation.levels[number - 1]
  if (!level) throw new AppError("not_found")
  const since = Math.round((Date.now() - Date.parse(incident.openedAt)) / 60_000)
  const why = incident.acknowledgedAt
    ? `${incident.acknowledgedBy} has it in hand`
    : `Nobody has acknowledged it for ${since} minutes`
  await page(level.topic, `${why}; told by ${by}: level ${number}, ${level.name}.`, incident)
  return note(incident, by, `level ${number}, ${level.name}`, Math.max(number, incident.escalatedTo))
}

const note = (incident: IncidentView, by: string, detail: string, escalatedTo: number) =>
  change(incident.id, incident, {
    by,
    what: "incident escalate",
    set: { escalatedTo },
    events: [{ kind: "escalated", detail }],
  })
