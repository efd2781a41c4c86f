import type { EntityItem } from "electrodb"
import { Evidence } from "../evidence"
import type { AuditEntity } from "./audit.entity"

type Row = EntityItem<typeof AuditEntity>

/** An entry as it is compared: the same words in the same order, whatever else its row holds. */
export const sealed = ({ auditId, day, at, stage, by, what, detail, userId }: Row): Buffer =>
  Buffer.from(JSON.stringify({ auditId, day, at, stage, by, what, detail, userId }))

/**
 * Keeps a copy of an entry under lock the moment that it is noted. The first one stays: an entry that is written over
 * later differs from it, and one that is removed is missing.
 */
export const seal = (row: Row): Promise<void> =>
  Evidence.keep(Evidence.auditKey(row.day, row.auditId), sealed(row), "application/json")
