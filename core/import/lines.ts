import type { Entities } from "../table"
import { epoch } from "../time"
import { type ImportRow, remembered } from "./import"
import type { EntryReason, Outcome } from "./import.schema"
import type { Counts } from "./lease"
import { entryIdOf } from "./ledger"

/** A line of the ledger. */
export type Line = {
  item: number
  line: number
  path: string
  outcome: Outcome
  reason?: EntryReason
  postId?: string
}

/** What lines of the ledger come to: how many of each outcome, and the writes. */
export function lines({ importId, userId }: ImportRow, done: readonly Line[]) {
  const counts: Counts = {}
  for (const { outcome } of done) counts[outcome] = (counts[outcome] ?? 0) + 1
  const puts = (t: Entities) =>
    done.map(({ item, line, ...rest }) =>
      t.importEntry
        .put({ importId, userId, entryId: entryIdOf(item, line), ...rest, expires: epoch(remembered) })
        .commit(),
    )
  return { counts, puts }
}
