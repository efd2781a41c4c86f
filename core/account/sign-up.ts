import type { z } from "zod"
import { type Actor, addressOf, localeOf } from "../actor"
import { config } from "../config"
import { AppError, invalidField } from "../error"
import { newId } from "../id"
import { limit } from "../limit"
import { measure } from "../metrics"
import { operation } from "../operation"
import { refused, transact } from "../table"
import { days, epoch, hours, now } from "../time"
import { Token } from "../token"
import { User } from "../user"
import { SignUp, type SignUpView, TokenInput } from "../user/user.schema"
import { isCommonPassword } from "./common-password"
import { confirm } from "./confirm"
import { termsVersion } from "./terms.schema"

type Wanted = z.output<typeof SignUp>

/**
 * Opens an account. The answer and its time are the same whether the e-mail is known or not: the mail tells.
 * Either way the handle is taken; where nobody confirms the address it is free again after a week.
 * @throws AppError `conflict` when the handle is taken, `invalid` for a common password, `rate_limited`
 */
export const signUp = operation(
  SignUp,
  async (actor, wanted): Promise<SignUpView> => {
    const { emailVerification, limits } = config.settings
    await limit(["sign-up", addressOf(actor)], limits.signUpsPerHour, hours(1))
    if (isCommonPassword(wanted.password, [wanted.handle, wanted.email, wanted.name ?? ""])) {
      throw invalidField("password", "password_common")
    }
    const [passwordHash, known] = await Promise.all([
      User.hashPassword(wanted.password),
      User.idByEmail(wanted.email),
    ])
    const taken = known ? await reserve(actor, wanted, known) : await open(actor, wanted, passwordHash)
    if (taken === "handle") throw User.handleTaken()
    // Somebody else took the address in the same moment: it is known now.
    if (taken === "email") await reserve(actor, wanted, await User.idByEmail(wanted.email))
    return { verification: emailVerification }
  },
  "signup",
)

/** Writes the account, or says which of the two unique things was taken. */
async function open(
  actor: Actor,
  wanted: Wanted,
  passwordHash: string,
): Promise<"handle" | "email" | undefined> {
  const userId = newId("user")
  const locale = localeOf(actor)
  const hidden = config.settings.emailVerification === "required"
  const codes = await transact((t) => [
    t.handle
      .put({ handle: wanted.handle, userId, ...(hidden ? { expires: reservedUntil() } : {}) })
      .where(({ handle, expires }, { notExists, lt }) => `${notExists(handle)} OR ${lt(expires, epoch())}`)
      .commit(),
    t.email.create({ hash: User.emailHash(wanted.email), userId }).commit(),
    t.user
      .create({
        userId,
        handle: wanted.handle,
        name: wanted.name || wanted.handle,
        email: wanted.email,
        hidden,
        passwordHash,
        locale,
        termsVersion,
        createdAt: now(),
      })
      .commit(),
    t.userCount.create({ userId }).commit(),
    t.oneTimeToken.create(Token.newRow("verify", locale, { userId, email: wanted.email })).commit(),
  ])
  if (codes?.[0] === refused) return "handle"
  if (codes?.[1] === refused) return "email"
  measure("Registrations")
  return undefined
}

/** For an address that has an account: takes the handle for a while, and the mail tells its owner. */
async function reserve(
  actor: Actor,
  wanted: Wanted,
  userId: string | undefined,
): Promise<"handle" | undefined> {
  const codes = await transact((t) => [
    t.handle
      .put({ handle: wanted.handle, expires: reservedUntil() })
      .where(({ handle, expires }, { notExists, lt }) => `${notExists(handle)} OR ${lt(expires, epoch())}`)
      .commit(),
    t.oneTimeToken
      .create(Token.newRow("known", localeOf(actor), { email: wanted.email, ...(userId ? { userId } : {}) }))
      .commit(),
  ])
  return codes?.[0] === refused ? "handle" : undefined
}

const reservedUntil = () => epoch(days(7))

/** Confirms an e-mail address by the token that was mailed to it. @throws AppError `gone` when it is used or old */
export const verify = operation(TokenInput, async (_actor, { token }): Promise<void> => {
  const row = await Token.find(token, "verify")
  const user = row?.userId ? await User.byId(row.userId) : undefined
  if (!row || !user) throw new AppError("gone", { reason: "link_used" })
  await confirm(row, user)
})
