import { z } from "zod"
import { idOf } from "../id"
import { PageInput } from "../page.schema"

export const RecordAudit = z.strictObject({
  by: z.string().min(1).max(300),
  what: z.string().min(1).max(100),
  detail: z.string().max(2000),
  userId: idOf("user").optional(),
})
export type RecordAudit = z.output<typeof RecordAudit>

export const AuditView = RecordAudit.extend({ id: z.string(), at: z.iso.datetime(), stage: z.string() })
export type AuditView = z.output<typeof AuditView>

export const ListAudit = PageInput.extend({
  /** The newest day, `2026-01-31`, in UTC; today by itself. */
  day: z.iso.date().optional(),
  /** What was done to this person alone. */
  userId: idOf("user").optional(),
  /** What the deed begins with: `user`, `db capacity`. */
  what: z.string().trim().toLowerCase().min(1).max(100).optional(),
})
export type ListAudit = z.output<typeof ListAudit>
