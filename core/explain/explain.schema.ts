import { z } from "zod"
import { AuditView } from "../audit/audit.schema"

export const ExplainInput = z.strictObject({
  /** An address of the site or of storage, or the id of anything, or of a request. */
  what: z.string().trim().min(1).max(4000),
  /** Through whose eyes besides a visitor's and its owner's: a person's id. */
  as: z.string().max(40).optional(),
})
export type ExplainInput = z.output<typeof ExplainInput>

export const kinds = ["photo", "post", "comment", "person", "session", "request", "link"] as const

/** A row of the table: what anybody wrote in it is told by its length alone. */
export const ItemView = z.object({
  entity: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type ItemView = z.output<typeof ItemView>

/** An object of storage, or one that should be there. */
export const ObjectView = z.object({
  bucket: z.enum(["originals", "media"]),
  key: z.string(),
  there: z.boolean(),
  bytes: z.int().optional(),
  sha256: z.string().optional(),
})
export type ObjectView = z.output<typeof ObjectView>

export const SightView = z.object({ who: z.string(), sees: z.boolean(), why: z.string() })
export type SightView = z.output<typeof SightView>

export const EventView = z.object({ at: z.string(), what: z.string() })
export type EventView = z.output<typeof EventView>

/** A line of a log, as it was written. */
export const FoundLine = z.object({ at: z.number(), log: z.string(), message: z.string() })
export type FoundLine = z.output<typeof FoundLine>

/** What is not as it should be, and the operations command to go on with. */
export const Problem = z.object({ what: z.string(), next: z.string() })
export type Problem = z.output<typeof Problem>

export const ExplanationView = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  /** In one sentence. */
  summary: z.string(),
  problems: z.array(Problem),
  items: z.array(ItemView),
  objects: z.array(ObjectView),
  sight: z.array(SightView),
  events: z.array(EventView),
  decisions: z.array(AuditView),
  /** What else it has to do with: ids to explain. */
  related: z.array(z.object({ what: z.string(), id: z.string() })),
  requests: z.array(z.string()),
  traces: z.array(z.string()),
  lines: z.array(FoundLine),
  /** In US dollars; of a photo or a post whose lines were looked for. */
  cost: z
    .object({
      making: z.number(),
      showing: z.number(),
      keepingAMonth: z.number(),
      region: z.string(),
      asOf: z.string(),
    })
    .optional(),
})
export type ExplanationView = z.output<typeof ExplanationView>
