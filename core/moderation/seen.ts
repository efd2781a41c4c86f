import type { Case } from "../case"
import { AppError } from "../error"
import type { Seen } from "./moderation.schema"

/**
 * Nobody decides about what they did not read: a case is as it was when they saw it.
 * @throws AppError `conflict` when more came in since, and when somebody else decided
 */
export function requireSeen(seen: Seen | undefined, row: Case.CaseRow | undefined) {
  if (!seen) return
  const isOpen = row?.status === "open"
  if (seen.newestAt && !isOpen) throw new AppError("conflict", { reason: "case_decided" })
  if (isOpen && row.newestAt !== seen.newestAt) throw new AppError("conflict", { reason: "case_grew" })
}
