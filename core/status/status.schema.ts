import { z } from "zod"

/** What people come for, as the status page names it; the canary tries each. */
export const journeys = ["sign in", "upload", "process", "feed", "share"] as const
export const JourneyName = z.enum(journeys)
export type JourneyName = z.output<typeof JourneyName>

/** How something goes, the better first; `unknown` where nobody has looked of late. */
export const states = ["working", "unknown", "slow", "down"] as const
export const State = z.enum(states)
export type State = z.output<typeof State>

/** How many days are remembered. */
export const historyDays = 90

/** One day of a journey: how often it was tried, and how often it failed or took too long. */
export const Day = z.object({
  day: z.iso.date(),
  runs: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  slow: z.int().nonnegative(),
})
export type Day = z.output<typeof Day>

export const JourneyStatus = z.object({
  name: JourneyName,
  state: State,
  /** The last try. */
  last: z
    .object({
      at: z.iso.datetime(),
      result: z.enum(["ok", "slow", "failed", "skipped"]),
      milliseconds: z.int().nonnegative(),
    })
    .optional(),
  /** The share of tries that did not fail, in percent, over all days; absent before the first. */
  uptime: z.number().min(0).max(100).optional(),
  /** The oldest first; a day without a try is not there. */
  days: z.array(Day).max(historyDays + 1),
})
export type JourneyStatus = z.output<typeof JourneyStatus>

/** A sentence in one language or in both. */
export const Words = z
  .object({ en: z.string().min(1).max(2000).optional(), ja: z.string().min(1).max(2000).optional() })
  .refine(({ en, ja }) => en !== undefined || ja !== undefined, "needs a text")
export type Words = z.output<typeof Words>

export const incidentStates = ["investigating", "identified", "monitoring", "resolved"] as const
export const IncidentState = z.enum(incidentStates)
export type IncidentState = z.output<typeof IncidentState>

/** An incident as everybody may know it. */
export const PublicIncident = z.object({
  id: z.string(),
  title: Words,
  state: IncidentState,
  /** What the journeys are that it is about. */
  impact: z.enum(["slow", "down"]),
  journeys: z.array(JourneyName),
  openedAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().optional(),
  /** The newest first. */
  updates: z.array(z.object({ at: z.iso.datetime(), state: IncidentState, text: Words })),
})
export type PublicIncident = z.output<typeof PublicIncident>

/** `/status.json`: how the site is, for machines, and what the pages are made of. */
export const StatusView = z.object({
  site: z.object({ name: z.string(), url: z.url() }),
  state: State,
  updatedAt: z.iso.datetime(),
  /** When the canary has last been through; absent before the first time. */
  checkedAt: z.iso.datetime().optional(),
  journeys: z.array(JourneyStatus),
  /** The newest first. */
  incidents: z.array(PublicIncident),
})
export type StatusView = z.output<typeof StatusView>
