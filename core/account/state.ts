import { AccessToken } from "../access-token"
import { Session } from "../session"
import { User } from "../user"
import type { AccountState } from "./account.schema"

/** How an account stands, for whoever runs the site. */
export async function state(user: User.UserRow): Promise<AccountState> {
  const { userId, handle, name, role, suspendedAt, deactivatedAt, leavingAt, erasingAt, seenOn } = user
  const [{ counts }, sessions, accessTokens] = await Promise.all([
    User.shown(user),
    Session.countOf(userId),
    AccessToken.countOf(userId),
  ])
  return {
    id: userId,
    handle,
    name,
    role,
    state: User.standing(user),
    ...(suspendedAt ? { suspendedAt } : {}),
    ...(deactivatedAt ? { deactivatedAt } : {}),
    ...(leavingAt ? { leavingAt } : {}),
    ...(erasingAt ? { erasingAt } : {}),
    confirmed: user.emailVerified,
    private: user.private,
    joinedAt: user.createdAt,
    ...(seenOn ? { seenOn } : {}),
    counts,
    sessions,
    accessTokens,
  }
}
