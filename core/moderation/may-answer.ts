import { batch, table } from "../table"
import { User } from "../user"
import { type Decider, suffices } from "./permit"
import type { DecisionRow } from "./rows"

/** More than ever moderate a site. */
const allStaff = 100

/**
 * Of some decisions those against which somebody may answer an appeal: who may decide so, and whoever did leaves it to
 * another, if there is one who may. Never about oneself.
 * @returns their ids
 */
export async function answerable(
  moderator: Decider,
  decisions: readonly DecisionRow[],
): Promise<ReadonlySet<string>> {
  if (decisions.length === 0) return new Set()
  const ownerIds = [...new Set(decisions.map(({ ownerId }) => ownerId))].map((userId) => ({ userId }))
  const owners = await batch(ownerIds, (left) => table().user.get(left).go())
  const roles = new Map(owners.map(({ userId, role }) => [userId, role]))
  const may = (userId: string, role: Decider["role"], { ownerId, act }: DecisionRow) =>
    userId !== ownerId && suffices(role, roles.get(ownerId) ?? "member", act)
  const own = decisions.filter((decision) => may(moderator.by, moderator.role, decision))
  const others = own.some(({ by }) => by === moderator.by) ? await staff() : []
  const left = own.filter(
    (decision) =>
      decision.by !== moderator.by ||
      !others.some(({ userId, role }) => userId !== decision.by && may(userId, role, decision)),
  )
  return new Set(left.map(({ decisionId }) => decisionId))
}

/** Who moderates; whoever is shut out themselves answers nothing. */
async function staff() {
  const { data } = await table().staff.query.all({}).go({ limit: allStaff, count: allStaff })
  return [...(await User.people(data.map(({ userId }) => userId))).values()]
}
