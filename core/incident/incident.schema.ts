import { z } from "zod"
import { idOf } from "../id"
import { IncidentState, JourneyName, Words } from "../status/status.schema"

export const IncidentKind = z.enum(["outage", "security"])
export type IncidentKind = z.output<typeof IncidentKind>

/** What the runbook does about each kind, in its order. */
export const steps = {
  outage: ["scope", "status page", "rollback", "root cause", "report"],
  security: ["scope", "cut off", "preserve logs", "notify", "restore"],
} as const satisfies Record<IncidentKind, readonly string[]>
export const Step = z.enum([...new Set([...steps.outage, ...steps.security])])
export type Step = z.output<typeof Step>

const By = z.string().min(1).max(300)
const Impact = z.enum(["slow", "down"])
const Journeys = z.array(JourneyName).min(1).max(5)

export const OpenIncident = z.strictObject({
  by: By,
  kind: IncidentKind,
  title: Words,
  impact: Impact,
  journeys: Journeys,
  /** What everybody reads at first. */
  text: Words,
  /** Whether the status page shows it: an outage unless told otherwise, a security incident only when told. */
  public: z.boolean().optional(),
})

export const UpdateIncident = z.strictObject({
  by: By,
  incidentId: idOf("incident"),
  /** For everybody who may see the incident. */
  text: Words.optional(),
  state: IncidentState.exclude(["resolved"]).optional(),
  impact: Impact.optional(),
  journeys: Journeys.optional(),
  /** How many people it is about. */
  people: z.int().nonnegative().optional(),
  public: z.boolean().optional(),
  /** A step of the checklist that is done. */
  step: Step.optional(),
  /** For operators alone. */
  note: z.string().min(1).max(2000).optional(),
})

export const ResolveIncident = z.strictObject({ by: By, incidentId: idOf("incident"), text: Words })
export const AcknowledgeIncident = z.strictObject({ by: By, incidentId: idOf("incident") })
export const EscalateIncident = z.strictObject({
  by: By,
  incidentId: idOf("incident"),
  /** From 1 on; the next one when not given. */
  level: z.int().positive().optional(),
})
export const NotifyOfIncident = z.strictObject({
  by: By,
  incidentId: idOf("incident"),
  userIds: z.array(idOf("user")).max(100),
})

export const eventKinds = [
  "opened",
  "update",
  "step",
  "note",
  "escalated",
  "acknowledged",
  "notified",
  "resolved",
] as const

/** One line of an incident's timeline. */
export const IncidentEventView = z.object({
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  kind: z.enum(eventKinds),
  state: IncidentState.optional(),
  /** What everybody may read. */
  text: Words.optional(),
  /** What operators read. */
  detail: z.string().optional(),
})
export type IncidentEventView = z.output<typeof IncidentEventView>

export const IncidentView = z.object({
  id: z.string(),
  kind: IncidentKind,
  title: Words,
  state: IncidentState,
  impact: Impact,
  journeys: Journeys,
  people: z.int().optional(),
  public: z.boolean(),
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  resolvedAt: z.iso.datetime().optional(),
  acknowledgedAt: z.iso.datetime().optional(),
  acknowledgedBy: z.string().optional(),
  /** The highest level that was told; 0 for nobody. */
  escalatedTo: z.int().nonnegative(),
  /** Who did what of the checklist, and when; absent where nobody has. */
  steps: z.array(z.object({ name: Step, at: z.iso.datetime().optional(), by: z.string().optional() })),
})
export type IncidentView = z.output<typeof IncidentView>
