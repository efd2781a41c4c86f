import { Account } from "../account"
import type { Entities } from "../table"
import type { User } from "../user"
import type { Act } from "./moderation.schema"

/** The writes by which what a person posts waits, if nothing holds them yet. */
export const heldBack = (t: Entities, userId: string, decisionId: string) => [
  t.user
    .patch({ userId })
    .set({ heldBy: decisionId })
    .where(({ heldBy }, { notExists }) => notExists(heldBy))
    .commit(),
]

const letGo = (t: Entities, userId: string, decisionId: string) => [
  t.user
    .patch({ userId })
    .remove(["heldBy"])
    .where(({ heldBy }, { eq, notExists }) => `${eq(heldBy, decisionId)} OR ${notExists(heldBy)}`)
    .commit(),
]

/**
 * The writes that give back what a decision changed of a person, whatever became of the thing that it was about.
 * Restored by somebody meanwhile, or shut for something else, an account is as it should be.
 */
export function undoneOnOwner(
  t: Entities,
  { act, decisionId }: { act: Act; decisionId: string },
  owner: User.UserRow,
  { by, why }: { by: string; why: string },
) {
  if (act === "hold") return letGo(t, owner.userId, decisionId)
  return act === "suspend" && owner.suspendedBy === decisionId
    ? Account.opened(t, owner, { by, why: why.slice(0, 500) })
    : []
}
