import { newId } from "../id"
import { refused, table, transact } from "../table"
import { now } from "../time"
import { User } from "../user"
import { account } from "./account"

export { account } from "./account"

/**
 * Makes the canary's account, or gives it another password. It needs no confirmation by mail, as there is no mail.
 * @param password from the secret; at least 24 characters
 * @returns what had to be done
 * @throws Error for a weak password, or when a person has the canary's handle
 */
export async function enrol(password: string): Promise<"made" | "changed" | "unchanged"> {
  if (password.length < 24) throw new Error("The canary's password needs at least 24 characters.")
  const known = await User.byEmail(account.email)
  if (known && (await User.verifyPassword(password, known.passwordHash))) return "unchanged"
  const passwordHash = await User.hashPassword(password)
  if (known) {
    await table().user.patch({ userId: known.userId }).set({ passwordHash }).go()
    return "changed"
  }
  const userId = newId("user")
  const codes = await transact((t) => [
    t.handle.create({ handle: account.handle, userId }).commit(),
    t.email.create({ hash: User.emailHash(account.email), userId }).commit(),
    t.user
      .create({
        userId,
        ...account,
        name: "Canary",
        bio: "Tries every few minutes whether everything works.",
        emailVerified: true,
        unlisted: true,
        passwordHash,
        locale: "en",
        createdAt: now(),
      })
      .commit(),
    t.userCount.create({ userId }).commit(),
  ])
  if (codes?.[0] === refused) throw new Error(`A person has the handle "${account.handle}".`)
  if (codes) throw new Error("The canary is being enrolled by somebody else: try again.")
  return "made"
}
