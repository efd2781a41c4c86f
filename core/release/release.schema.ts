import { z } from "zod"

export const RecordRelease = z.strictObject({
  tag: z.string().regex(/^[\w./-]+$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/),
  by: z.string().min(1).max(300),
  outcome: z.enum(["good", "bad"]),
  insteadOf: z.string().optional(),
  domain: z.string().optional(),
  certificate: z.string().optional(),
  outputs: z.record(z.string(), z.unknown()).optional(),
})
export type RecordRelease = z.output<typeof RecordRelease>

export const ReleaseView = RecordRelease.extend({ id: z.string(), at: z.iso.datetime() })
export type ReleaseView = z.output<typeof ReleaseView>
