import type { EntityItem } from "electrodb"
import { config } from "../config"
import { newId, timeOf } from "../id"
import { operation } from "../operation"
import { type Entities, table } from "../table"
import { type AuditEntity, nobody } from "./audit.entity"
import { type AuditView, RecordAudit } from "./audit.schema"

export { list } from "./list"
export { seal } from "./seal"
export { verifyDay } from "./verify"

/** Notes what was done, for a change that is no transaction. */
export const record = operation(RecordAudit, async (_actor, entry): Promise<void> => {
  await table().audit.create(rowOf(entry)).go()
})

/** The write that notes what was done, for the transaction that does it: none happens without the other. */
export const entry = (t: Entities, what: RecordAudit) => t.audit.create(rowOf(what)).commit()

/** The entries of a day, `2026-01-31`, in order. */
export async function ofDay(day: string): Promise<AuditView[]> {
  const { data } = await table().audit.query.byDay({ day }).go({ pages: "all", consistent: true })
  return data.map(view)
}

/** What was done to a person, the newest first. */
export async function ofUser(userId: string, count = 100): Promise<AuditView[]> {
  const { data } = await table().audit.query.byUser({ userId }).go({ order: "desc", limit: count, count })
  return data.map(view)
}

function rowOf(what: RecordAudit) {
  const auditId = newId("audit")
  // The day is its id's, so that a list that goes on behind an id knows in which day that is.
  const at = new Date(timeOf(auditId)).toISOString()
  return {
    ...what,
    userId: what.userId ?? nobody,
    auditId,
    at,
    day: at.slice(0, 10),
    stage: config.stage,
  }
}

export const view = ({ auditId, day, userId, ...row }: EntityItem<typeof AuditEntity>): AuditView => ({
  ...row,
  id: auditId,
  ...(userId === nobody ? {} : { userId }),
})
