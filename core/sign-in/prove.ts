import { z } from "zod"
import { requireUser } from "../actor"
import { config } from "../config"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { Passkey } from "../passkey"
import { SecondFactor } from "../second-factor"
import { Session } from "../session"
import { hours } from "../time"
import { User } from "../user"
import { type ProofView, Prove } from "./sign-in.schema"

/** How one may prove who one is, and whether that is needed. Where nothing is left, signing in anew is the proof. */
export const proofs = operation(z.strictObject({}), async (actor): Promise<ProofView> => {
  const me = requireUser(actor)
  const [fresh, user, code, passkey] = await Promise.all([
    Session.isFresh(me),
    User.byId(me.userId),
    SecondFactor.isOn(me.userId),
    Passkey.has(me.userId),
  ])
  return { fresh, password: user?.passwordHash !== undefined && !code, code, passkey }
})

/**
 * Proves to this session that its person is here: what changes the ways in asks for it every quarter of an hour. Where
 * signing in takes a second step, the password alone proves nothing.
 * @throws AppError `invalid` for a wrong password or code, `unprocessable` for a wrong passkey, `rate_limited`
 */
export const prove = operation(
  Prove,
  async (actor, { password, code, passkey }): Promise<void> => {
    const { userId, sessionId } = requireUser(actor)
    await limit(["prove", userId], config.settings.limits.signInsPerQuarterHour, hours(0.25))
    if (password !== undefined) {
      const user = await User.byId(userId)
      if (!(await User.verifyPassword(password, user?.passwordHash)))
        throw invalidField("password", "password_wrong")
      if (await SecondFactor.isOn(userId)) throw invalidField("code", "code_wrong")
    }
    if (code !== undefined && !(await SecondFactor.take(userId, code)))
      throw invalidField("code", "code_wrong")
    if (passkey && !(await Passkey.check(passkey, userId)))
      throw new AppError("unprocessable", { reason: "passkey_unknown" })
    await Session.markProved(sessionId)
  },
  "access",
)
