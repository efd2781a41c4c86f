import { z } from "zod"

/** What is rehearsed: that a backup restores, a rollback works, an alarm rings, a dead letter is sent again, a leak is found. */
export const DrillKind = z.enum(["restore", "rollback", "alarm", "dlq", "leak"])
export type DrillKind = z.output<typeof DrillKind>

export const RecordDrill = z.strictObject({
  kind: DrillKind,
  by: z.string().min(1).max(300),
  ok: z.boolean(),
  /** What was looked at, and what was found. */
  proof: z.array(z.strictObject({ name: z.string(), ok: z.boolean().optional(), found: z.string() })),
})
export type RecordDrill = z.output<typeof RecordDrill>

export const DrillView = RecordDrill.extend({ id: z.string(), at: z.iso.datetime() })
export type DrillView = z.output<typeof DrillView>
