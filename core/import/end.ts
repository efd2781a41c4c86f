import { log } from "../log"
import { Mail } from "../mail"
import { epoch, now } from "../time"
import { User } from "../user"
import { eraseArchive } from "./erase"
import { type ImportRow, remembered } from "./import"
import type { ImportReason } from "./import.schema"
import { advance } from "./lease"

/**
 * Ends an import: its archive goes, and its person is told by mail. The mail may come twice, never not at all.
 * @throws LeaseLost
 */
export async function endImport(
  row: ImportRow,
  state: "done" | "failed",
  reason?: ImportReason,
): Promise<void> {
  await tell(row, state)
  const ended = await advance(row, {
    state,
    ...(reason ? { reason } : {}),
    endedAt: now(),
    expires: epoch(remembered),
  })
  await eraseArchive(ended)
  await advance(ended, { queue: "" })
}

async function tell({ userId, imported, duplicate, skipped }: ImportRow, state: "done" | "failed") {
  const person = await User.byId(userId)
  if (!person?.emailVerified || person.hidden) return
  try {
    await Mail.send(person.email, Mail.importEnded(person.locale, state, { imported, duplicate, skipped }))
  } catch (error) {
    // What came in is there, whether or not the mail goes out.
    log.warn("mail about an import was not sent", { user_id: userId, error: error as Error })
  }
}
