import { batch, refused, table, transact } from "../table"
import { now } from "../time"
import { User } from "../user"
import type { Provider } from "./identity.schema"

export type Account = { provider: Provider; accountId: string }

/** @returns whose an account of a provider is here */
export async function ownerOf({ provider, accountId }: Account): Promise<User.UserRow | undefined> {
  const { data } = await table().account.get({ provider, accountId }).go({ consistent: true })
  return data ? User.byId(data.userId) : undefined
}

/** Removes the links of a person's accounts elsewhere. */
export async function eraseOf(userId: string): Promise<boolean> {
  const { data } = await table().account.query.byUser({ userId }).go({ pages: "all" })
  const keys = data.map(({ provider, accountId }) => ({ provider, accountId }))
  await batch(keys, (left) => table().account.delete(left).go())
  return false
}

/**
 * Makes an account somebody's: nobody else's, and their only one at the provider.
 * @param of.verified attaches only while their own address is confirmed
 * @returns undefined when done, else what stood against it
 */
export async function attach(
  { provider, accountId }: Account,
  of: { userId: string; verified?: boolean },
): Promise<"taken" | "other_linked" | undefined> {
  const { userId } = of
  const codes = await transact((t) => [
    t.account.create({ provider, accountId, userId, createdAt: now() }).commit(),
    t.user
      .patch({ userId })
      .set({ [`${provider}Id`]: accountId })
      .where((row, { eq, notExists }) =>
        [notExists(row[`${provider}Id`]), ...(of.verified ? [eq(row.emailVerified, true)] : [])].join(
          " AND ",
        ),
      )
      .commit(),
  ])
  if (codes?.[0] === refused) return "taken"
  return codes ? "other_linked" : undefined
}
