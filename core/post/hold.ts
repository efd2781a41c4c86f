import { Case } from "../case"
import { config } from "../config"
import { table } from "../table"
import { days } from "../time"
import type { User } from "../user"

/**
 * Why what a person posts waits until somebody has looked at it: the decision about them, or `new` where the site looks
 * at new accounts.
 */
export async function reasonToHold(author: User.UserRow): Promise<string | undefined> {
  if (author.heldBy) return author.heldBy
  const rule = config.settings.holdNewAccounts
  if (!rule || author.role !== "member") return undefined
  const age = Date.now() - Date.parse(author.createdAt)
  if (age < days(rule.days) * 1000) return "new"
  const [{ data: counts }, against] = await Promise.all([
    table().userCount.get({ userId: author.userId }).go(),
    Case.against(author.userId),
  ])
  return (counts?.posts ?? 0) < rule.posts || against > 0 ? "new" : undefined
}
