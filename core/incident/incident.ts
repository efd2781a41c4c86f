import { AppError } from "../error"
import { newId } from "../id"
import { operation } from "../operation"
import { Status } from "../status"
import { refused, transact } from "../table"
import { now } from "../time"
import { change, eventRow, noted } from "./change"
import { tellOnCall } from "./escalate"
import {
  AcknowledgeIncident,
  type IncidentView,
  OpenIncident,
  ResolveIncident,
  steps,
  UpdateIncident,
} from "./incident.schema"
import { publicOf } from "./public"
import { get, list } from "./read"

export { escalate, escalateDue } from "./escalate"
export { notify } from "./notify"
export { postmortem } from "./postmortem"
export { get, list, open as listOpen, timeline } from "./read"

/** Shows on the status page what everybody may know: what was resolved within the history, and what is open. */
export async function publish(): Promise<void> {
  const shown = (await list()).filter((incident) => incident.public)
  await Status.noteIncidents(await Promise.all(shown.map(publicOf)))
}

/** Opens an incident, shows it, and tells who is on call. @returns it, and whether that person could be told */
export const open = operation(OpenIncident, async (_actor, { by, text, ...input }): Promise<IncidentView> => {
  const incidentId = newId("incident")
  const at = now()
  const state = "investigating" as const
  const event = { kind: "opened" as const, state, text }
  // Who opens an incident has looked what it is about, and the status page is written at once.
  const shown = input.public ?? input.kind === "outage"
  const done = {
    scope: { at, by },
    ...(shown && input.kind === "outage" ? { "status page": { at, by } } : {}),
  }
  const codes = await transact((t) => [
    t.incident
      .create({
        ...input,
        incidentId,
        state,
        public: shown,
        openedAt: at,
        openedBy: by,
        escalatedTo: 0,
        done,
      })
      .commit(),
    t.incidentEvent.create(eventRow(incidentId, by, event)).commit(),
    noted(t, by, "incident open", incidentId, [event]),
  ])
  if (codes?.[0] === refused) throw new AppError("conflict")
  await tellOnCall(await get(incidentId))
  await publish()
  return get(incidentId)
})

/** Says what is known now, notes a step of the checklist, or corrects what it is about. */
export const update = operation(UpdateIncident, async (_actor, input): Promise<IncidentView> => {
  const { by, incidentId, text, step, note, ...set } = input
  const before = await get(incidentId)
  if (step && !(steps[before.kind] as readonly string[]).includes(step)) throw new AppError("invalid")
  const corrected = Object.entries(set).filter(([, value]) => value !== undefined)
  const detail = corrected.map(([name, value]) => `${name} ${value}`).join(", ")
  const events = [
    ...(text || set.state
      ? [
          {
            kind: "update" as const,
            state: set.state ?? before.state,
            ...(text && { text }),
            ...(detail && { detail }),
          },
        ]
      : []),
    ...(!text && !set.state && detail ? [{ kind: "note" as const, detail }] : []),
    ...(step ? [{ kind: "step" as const, detail: step }] : []),
    ...(note ? [{ kind: "note" as const, detail: note }] : []),
  ]
  if (events.length === 0) throw new AppError("invalid")
  const done = step && { done: { ...doneOf(before), [step]: { at: now(), by } } }
  const after = await change(incidentId, before, {
    by,
    what: "incident update",
    set: { ...set, ...done },
    events,
  })
  await publish()
  return after
})

/** Ends an incident. The report of an outage is still owed: its step stays open, and `show` says so. */
export const resolve = operation(
  ResolveIncident,
  async (_actor, { by, incidentId, text }): Promise<IncidentView> => {
    const before = await get(incidentId)
    const events = [{ kind: "resolved" as const, state: "resolved" as const, text }]
    const set = { state: "resolved" as const, resolvedAt: now() }
    const after = await change(incidentId, before, { by, what: "incident resolve", set, events })
    await publish()
    return after
  },
)

/** Somebody has it in hand: nobody else is woken. @throws AppError `conflict` when somebody has already, or it is over */
export const acknowledge = operation(
  AcknowledgeIncident,
  async (_actor, { by, incidentId }): Promise<IncidentView> => {
    const before = await get(incidentId)
    if (before.acknowledgedAt) throw new AppError("conflict")
    return change(incidentId, before, {
      by,
      what: "incident ack",
      set: { acknowledgedAt: now(), acknowledgedBy: by },
      events: [{ kind: "acknowledged" }],
    })
  },
)

const doneOf = (incident: IncidentView) =>
  Object.fromEntries(incident.steps.flatMap(({ name, at, by }) => (at && by ? [[name, { at, by }]] : [])))
