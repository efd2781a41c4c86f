import { Entity } from "electrodb"
import { primaryKey } from "../table/key"
import { eventKinds } from "./incident.schema"

const model = (entity: string) => ({ entity, version: "1", service: "ichimai" })
const states = ["investigating", "identified", "monitoring", "resolved"] as const

/** Something that went wrong for people, from its opening to its end. */
export const IncidentEntity = new Entity({
  model: model("incident"),
  attributes: {
    /** Sorts by the time of its opening. */
    incidentId: { type: "string", required: true },
    kind: { type: ["outage", "security"] as const, required: true },
    /** A sentence a language. */
    title: { type: "any", required: true },
    state: { type: states, required: true },
    impact: { type: ["slow", "down"] as const, required: true },
    journeys: { type: "list", items: { type: "string" }, required: true },
    people: { type: "number" },
    public: { type: "boolean", required: true },
    openedAt: { type: "string", required: true },
    openedBy: { type: "string", required: true },
    resolvedAt: { type: "string" },
    acknowledgedAt: { type: "string" },
    acknowledgedBy: { type: "string" },
    escalatedTo: { type: "number", required: true, default: 0 },
    /** By its name, who did a step of the checklist and when. */
    done: { type: "any", required: true },
  },
  indexes: { byTime: primaryKey("STAGE", "INCIDENT#{incidentId}") },
})

/** A line of an incident's timeline. */
export const IncidentEventEntity = new Entity({
  model: model("incidentEvent"),
  attributes: {
    incidentId: { type: "string", required: true },
    eventId: { type: "string", required: true },
    at: { type: "string", required: true },
    by: { type: "string", required: true },
    kind: { type: eventKinds, required: true },
    state: { type: states },
    text: { type: "any" },
    detail: { type: "string" },
  },
  indexes: { byIncident: primaryKey("INCIDENT#{incidentId}", "EVENT#{eventId}") },
})

/** That somebody was mailed a text of an incident: nobody is mailed it twice. */
export const IncidentNoticeEntity = new Entity({
  model: model("incidentNotice"),
  attributes: {
    incidentId: { type: "string", required: true },
    /** The event whose text it was. */
    eventId: { type: "string", required: true },
    userId: { type: "string", required: true },
    at: { type: "string", required: true },
  },
  indexes: { byEvent: primaryKey("INCIDENT#{incidentId}#NOTICE#{eventId}", "{userId}") },
})
