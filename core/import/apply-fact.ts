import type { PlannedFact } from "./adapter"
import { readerOf } from "./archive"
import { EntryFault, QuotaUsed } from "./fault"
import type { ImportRow } from "./import"
import { ImportOptions } from "./import.schema"
import { postIdOf } from "./ledger"
import type { Line } from "./lines"
import { adapterOf } from "./plan"

/** Has an adapter do something else than a post, and says what became of it; or that it has to wait for another day. */
export async function applyFact(row: ImportRow, fact: PlannedFact, item: number): Promise<Line | "quota"> {
  const { importId, userId } = row
  const importing = {
    importId,
    userId,
    item,
    archive: readerOf(row),
    options: ImportOptions.parse(row.options),
    postIdOf: (other: number) => postIdOf(importId, other),
  }
  const where = { item, line: 0, path: fact.path }
  try {
    const apply = adapterOf(row).apply
    return apply
      ? { ...where, ...(await apply(fact, importing)) }
      : { ...where, outcome: "skipped", reason: "unsupported" }
  } catch (error) {
    if (error instanceof QuotaUsed) return "quota"
    if (!(error instanceof EntryFault)) throw error
    return { ...where, outcome: "skipped", reason: error.reason }
  }
}
