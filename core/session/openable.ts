import type { Entities } from "../table"
import { User } from "../user"
import type { Opener } from "./session"

/**
 * The account as it was read: suspended, gone away or being erased since, with another password or role, it must not be
 * opened by the way. Who was away for a while comes back by this; who asked to be deleted is asked first.
 */
export function openable(t: Entities, user: Opener) {
  const { userId, deactivatedAt: away } = user
  const back = away !== undefined && user.leavingAt === undefined
  const hidden = User.isHidden({ ...user, deactivatedAt: undefined })
  const same = (row: Row, { eq, notExists }: Names) =>
    [
      notExists(row.suspendedAt),
      notExists(row.erasingAt),
      eq(row.role, user.role),
      ...(user.passwordHash ? [eq(row.passwordHash, user.passwordHash)] : []),
      away ? eq(row.deactivatedAt, away) : notExists(row.deactivatedAt),
    ].join(" AND ")
  if (!back)
    return t.user
      .check({ userId })
      .where((row, names) => same(row as never, names as never))
      .commit()
  return t.user
    .patch({ userId })
    .set({ hidden })
    .remove(["deactivatedAt"])
    .where((row, names) => same(row as never, names as never))
    .commit()
}

type Row = Record<"suspendedAt" | "erasingAt" | "deactivatedAt" | "role" | "passwordHash", string>
type Names = { eq: (name: string, value: string) => string; notExists: (name: string) => string }
