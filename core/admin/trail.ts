import { requireAdmin } from "../actor"
import { Audit } from "../audit"
import type { AuditView } from "../audit/audit.schema"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { User } from "../user"
import { ReadAudit } from "./admin.schema"

/** The audit trail, the newest first. */
export const audit = operation(ReadAudit, async (actor, query): Promise<Page<AuditView>> => {
  requireAdmin(actor)
  return Audit.list(actor, query)
})

/** The handles of the people whom entries name, by their ids; who is hidden is left out. */
export async function handlesIn(entries: readonly AuditView[]): Promise<Map<string, string>> {
  const ids = entries.flatMap(({ by, userId }) => [by, userId ?? ""]).filter((id) => id.startsWith("usr_"))
  const people = await User.people(ids)
  return new Map([...people].map(([id, { handle }]) => [id, handle]))
}
