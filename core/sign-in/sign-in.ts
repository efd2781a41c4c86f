import { AppError } from "../error"
import { measure } from "../metrics"
import { operation } from "../operation"
import { Passkey } from "../passkey"
import type { Assertion } from "../passkey/passkey.schema"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"
import { User } from "../user"
import { admit } from "./admit"
import { countByAddress, countCode, countPassword } from "./limits"
import { WithCode, WithPasskey, WithPassword } from "./sign-in.schema"

export { admit, SecondStep } from "./admit"
export { proofs, prove } from "./prove"

/**
 * Opens a session for the right e-mail and password, with a code where a second step is asked for. Counted by account
 * and address, never locked out for good.
 * @throws SecondStep where the code is missing; AppError `unauthenticated` (reason `unverified` where the address must be
 * confirmed first, `code_wrong`), `rate_limited`
 */
export const withPassword = operation(
  WithPassword,
  async (actor, { email, password, code }): Promise<Session.SignedIn> => {
    await countPassword(actor, email)
    const user = await User.checkPassword(email, password)
    if (!user) throw wrong("wrong_password")
    if (code === undefined || !(await SecondFactor.isOn(user.userId))) return admit(actor, user)
    await takeCode(user.userId, code)
    return Session.open(actor, user)
  },
)

/** The second step, with a code. @throws AppError `unauthenticated` (reason `code_wrong`, `ticket_over`), `rate_limited` */
export const withCode = operation(WithCode, async (actor, { ticket, code }): Promise<Session.SignedIn> => {
  await countByAddress(actor)
  const user = await holderOf(ticket)
  await takeCode(user.userId, code)
  if (!(await SecondFactor.use(ticket))) throw over()
  return Session.open(actor, user)
})

/** A passkey, which stands for both steps. @throws AppError `unauthenticated` (reason `passkey_unknown`), `rate_limited` */
export const withPasskey = operation(
  WithPasskey,
  async (actor, { passkey, ticket }): Promise<Session.SignedIn> => {
    await countByAddress(actor)
    const awaited = ticket === undefined ? undefined : await holderOf(ticket)
    const userId = await Passkey.check(passkey satisfies Assertion, awaited?.userId)
    if (!userId) throw wrong("passkey_unknown")
    if (ticket !== undefined && !(await SecondFactor.use(ticket))) throw over()
    const user = awaited ?? (await User.byId(userId))
    if (!user) throw wrong("wrong_password")
    return Session.open(actor, user)
  },
)

async function takeCode(userId: string, code: string): Promise<void> {
  await countCode(userId)
  if (!(await SecondFactor.take(userId, code))) throw wrong("code_wrong")
}

async function holderOf(ticket: string): Promise<User.UserRow> {
  const user = await SecondFactor.holderOf(ticket)
  if (!user) throw over()
  return user
}

function wrong(reason: string): AppError {
  measure("SignInFailures")
  return new AppError("unauthenticated", { reason })
}

const over = () => new AppError("unauthenticated", { reason: "ticket_over" })
