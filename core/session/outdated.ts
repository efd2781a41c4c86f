import { z } from "zod"
import { table, unlessRefused } from "../table"
import { User } from "../user"
import { Role } from "../user/user.schema"
import { forget } from "./device"

const Row = z.object({
  sessionId: z.string(),
  userId: z.string(),
  role: Role,
  createdAt: z.string(),
  passwordName: z.string().optional(),
  unfamiliar: z.boolean().optional(),
  deviceHash: z.string().optional(),
})
type Row = z.output<typeof Row>

/**
 * Ends a session that was opened in the very moment in which all of its person's were ended: the index that they are
 * found by may not have had it yet. Safe to repeat and late: it goes by the account and the session as they are now.
 */
export async function endOutdated(opened: Record<string, unknown>): Promise<void> {
  const row = Row.parse(opened)
  const user = await User.byId(row.userId)
  if (user && !isOutdated(row, user)) return
  const { sessionId, role, passwordName } = row
  const ended = await unlessRefused(
    table()
      .session.delete({ sessionId })
      .where((now, { eq, notExists }) =>
        [
          eq(now.role, role),
          passwordName ? eq(now.passwordName, passwordName) : notExists(now.passwordName),
        ].join(" AND "),
      )
      .go(),
  )
  if (ended && row.unfamiliar) await forget([row])
}

/** Notes that a session goes on under a new password. */
export async function keepUnder(sessionId: string, passwordHash: string): Promise<void> {
  const passwordName = User.passwordName({ passwordHash })
  await unlessRefused(table().session.patch({ sessionId }).set({ passwordName }).go())
}

const isOutdated = ({ role, passwordName, createdAt }: Row, user: User.UserRow): boolean =>
  user.suspendedAt !== undefined ||
  user.erasingAt !== undefined ||
  role !== user.role ||
  (passwordName !== undefined && passwordName !== User.passwordName(user)) ||
  // Who asked to be deleted may sign in again.
  (user.deactivatedAt !== undefined && createdAt < user.deactivatedAt)
