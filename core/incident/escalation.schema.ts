import { z } from "zod"

const Target = z.object({
  name: z.string().min(1),
  /** Of SNS, which knows the addresses and phones. */
  topic: z.string().min(1),
})

/** Linked as `Escalation`: who is told at once, and who when nobody has acknowledged an incident in time. */
export const Escalation = z.object({
  onCall: Target.optional(),
  /** In order; `minutes` count from the incident's opening. */
  levels: z.array(Target.extend({ minutes: z.int().positive() })),
})
export type Escalation = z.output<typeof Escalation>
