import { z } from "zod"

const Check = z.enum(["ok", "failed"])

export const HealthView = z.object({
  status: Check,
  version: z.string(),
  stage: z.string(),
  time: z.iso.datetime(),
  checks: z.object({ table: Check, storage: Check }),
})
export type HealthView = z.output<typeof HealthView>
