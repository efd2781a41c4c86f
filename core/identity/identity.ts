import { z } from "zod"
import { requireUser } from "../actor"
import { config } from "../config"
import { AppError } from "../error"
import { operation } from "../operation"
import { Session } from "../session"
import { refused, transact } from "../table"
import { User } from "../user"
import { type AccountsView, Provider, ProviderInput } from "./identity.schema"

export { eraseOf } from "./attach"
export { type Entered, enter, type Vouched } from "./enter"

/** The providers that this stage knows, in the order in which they are offered. */
export const configured = (): Provider[] =>
  Provider.options.filter((provider) => config.settings.oauth[provider] !== undefined)

/** The providers, and which of them one has linked. */
export const list = operation(z.strictObject({}), async (actor): Promise<AccountsView> => {
  const user = await mine(requireUser(actor).userId)
  const known = configured()
  const shown = Provider.options.filter((provider) => known.includes(provider) || user[`${provider}Id`])
  return {
    items: shown.map((provider) => ({ provider, linked: user[`${provider}Id`] !== undefined })),
    password: user.passwordHash !== undefined,
  }
})

/**
 * Says that this browser is about to link an account of a provider; whoever returns from there within ten minutes does.
 * @throws AppError `not_found` for a provider that is not configured, `conflict` where one is linked
 */
export const link = operation(ProviderInput, async (actor, { provider }): Promise<void> => {
  const { userId, sessionId } = requireUser(actor)
  if (!configured().includes(provider)) throw new AppError("not_found")
  if ((await mine(userId))[`${provider}Id`]) throw new AppError("conflict", { reason: "provider_linked" })
  await Session.intendLink(sessionId, provider)
})

/**
 * Unlinks an account. @throws AppError `not_found` where none is linked, `conflict` when it is the only way in
 */
export const unlink = operation(ProviderInput, async (actor, { provider }): Promise<void> => {
  const { userId } = requireUser(actor)
  const accountId = (await mine(userId))[`${provider}Id`]
  if (!accountId) throw new AppError("not_found")
  const others = Provider.options.filter((other) => other !== provider)
  const codes = await transact((t) => [
    t.account
      .delete({ provider, accountId })
      .where((row, { eq }) => eq(row.userId, userId))
      .commit(),
    t.user
      .patch({ userId })
      .remove([`${provider}Id`])
      .where((row, { eq, exists }) => {
        const waysIn = [row.passwordHash, ...others.map((other) => row[`${other}Id`])]
        return `${eq(row[`${provider}Id`], accountId)} AND (${waysIn.map((way) => exists(way)).join(" OR ")})`
      })
      .commit(),
  ])
  if (codes?.[0] === refused) throw new AppError("conflict")
  if (codes) throw new AppError("conflict", { reason: "only_way_in" })
})

async function mine(userId: string): Promise<User.UserRow> {
  const user = await User.byId(userId)
  if (!user) throw new AppError("unauthenticated")
  return user
}
