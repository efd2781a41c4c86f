import { z } from "zod"

/** What people come for, in the order in which a canary does it. */
export const journeys = ["sign in", "upload", "process", "feed", "share", "clean up"] as const

export const Journey = z.object({
  name: z.enum(journeys),
  /** `skipped` when what it needs has failed before it. */
  state: z.enum(["ok", "failed", "skipped"]),
  milliseconds: z.int().nonnegative(),
  /** Why it failed, in a sentence; never holds a secret. */
  error: z.string().optional(),
})
export type Journey = z.output<typeof Journey>
