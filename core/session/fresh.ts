import { type Actor, requireUser, type UserActor } from "../actor"
import { AppError } from "../error"
import { table, unlessRefused } from "../table"
import { minutes, now } from "../time"

/** For so many seconds after they proved who they are, a person may change how they do. */
const freshSeconds = minutes(15)

/** Whether somebody proved who they are a moment ago, in this very session. An access token proves nothing. */
export async function isFresh({ sessionId, token }: UserActor): Promise<boolean> {
  if (token) return false
  const { data } = await table().session.get({ sessionId }).go({ consistent: true })
  if (!data) return false
  return Date.parse(data.provedAt ?? data.createdAt) > Date.now() - freshSeconds * 1000
}

/**
 * For what changes the ways in: an open browser that was left alone must not be enough.
 * @throws AppError `unauthenticated`; `forbidden` (reason `confirm_yourself`) where the last proof is older
 */
export async function requireFresh(actor: Actor): Promise<UserActor> {
  const user = requireUser(actor)
  if (!(await isFresh(user))) throw new AppError("forbidden", { reason: "confirm_yourself" })
  return user
}

/** Notes that a session's person has just proved who they are. */
export async function markProved(sessionId: string): Promise<void> {
  await unlessRefused(table().session.patch({ sessionId }).set({ provedAt: now() }).go())
}
