import { z } from "zod"
import { idOf } from "../id"

export const RecordAudit = z.strictObject({
  by: z.string().min(1).max(300),
  what: z.string().min(1).max(100),
  detail: z.string().max(2000),
  userId: idOf("user").optional(),
})
export type RecordAudit = z.output<typeof RecordAudit>

export const AuditView = RecordAudit.extend({ id: z.string(), at: z.iso.datetime(), stage: z.string() })
export type AuditView = z.output<typeof AuditView>
