import { z } from "zod"
import { AccountState } from "../account/account.schema"
import { AuditView, ListAudit } from "../audit/audit.schema"
import { FunctionName, LetterView } from "../dead-letter/dead-letter.schema"
import { idOf } from "../id"
import { pageOf } from "../page.schema"
import { AuthorView } from "../user/user.schema"

/** A person by id, handle, or e-mail address. */
export const FindPerson = z.strictObject({ who: z.string().trim().min(1).max(254) })
export const FoundPerson = z.strictObject({ id: idOf("user") })

export const PersonInput = z.strictObject({ userId: idOf("user") })

/** An account as those see it who run the site. */
export const PersonView = z.strictObject({
  person: AuthorView,
  account: AccountState,
  /** What was done to it, the newest first. */
  audit: z.array(AuditView),
})
export type PersonView = z.output<typeof PersonView>

/** Why something is decided: noted in the audit, and never empty. */
const Why = z.string().trim().min(3, { error: "why_missing" }).max(500)

export const SetStanding = PersonInput.extend({ state: z.enum(["active", "suspended"]), why: Why })
export const SignPersonOut = PersonInput.extend({ why: Why })

export const AuditPage = pageOf(AuditView)
/** The audit trail, of one person alone where one is named. */
export const ReadAudit = ListAudit

/** Dead letters of every function, or of one. */
export const ListLetters = z.strictObject({ of: FunctionName.optional() })
export const LettersView = z.strictObject({
  /** How many each function has, roughly, as the queues count them. */
  counts: z.record(z.string(), z.int()),
  /** The oldest first; a hundred at the most. */
  letters: z.array(LetterView),
})
export type LettersView = z.output<typeof LettersView>

export const LetterInput = z.strictObject({ of: FunctionName, letterId: z.string().regex(/^[\w-]{8,64}$/) })
export const LetterInFull = LetterView.extend({
  /** What the function was called with, without what rows hold. */
  event: z.unknown(),
  /** Whether it is sent again with a command alone: the server may not read the table's stream. */
  byCommand: z.boolean(),
})
export type LetterInFull = z.output<typeof LetterInFull>

/** What is to be explained, by its id. */
export const Subject = z.strictObject({ id: z.string() })
export type Subject = z.output<typeof Subject>
