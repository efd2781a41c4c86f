import { AccessToken } from "../access-token"
import { localeOf, requireUser } from "../actor"
import { config } from "../config"
import { AppError, invalidField } from "../error"
import { limit } from "../limit"
import { operation } from "../operation"
import { Session } from "../session"
import { table } from "../table"
import { hours } from "../time"
import { Token } from "../token"
import { User } from "../user"
import { ChangePassword, ForgotPassword, ResetPassword } from "../user/user.schema"
import { isCommonPassword } from "./common-password"
import { confirm } from "./confirm"
import { limitMails } from "./limit-mails"

/** Mails a link to choose a new password, where the address has an account; the answer never says so. */
export const forgotPassword = operation(
  ForgotPassword,
  async (actor, { email }): Promise<void> => {
    await limitMails("forgot", actor, email)
    const user = await User.byEmail(email)
    const row = user
      ? Token.newRow("reset", user.locale, {
          userId: user.userId,
          email: user.email,
          replaces: User.passwordName(user),
        })
      : Token.newRow("void", localeOf(actor), {})
    await table().oneTimeToken.create(row).go()
  },
  "access",
)

/**
 * Sets a new password by a mailed token, and ends every session and access token. Whoever has the mail has the address.
 * @throws AppError `gone` when the token is used or old, or the password has changed since, `invalid` for a common password
 */
export const resetPassword = operation(
  ResetPassword,
  async (_actor, { token, password }): Promise<void> => {
    const row = await Token.find(token, "reset")
    const user = row?.userId ? await User.byId(row.userId) : undefined
    if (!row || !user || row.replaces !== User.passwordName(user))
      throw new AppError("gone", { reason: "link_used" })
    const passwordHash = await hashNew(password, user)
    await confirm(row, user, passwordHash)
    await Promise.all([Session.endAll(user.userId), AccessToken.endAll(user.userId)])
  },
  "access",
)

/**
 * Changes one's own password, and ends every other session; access tokens stay.
 * @throws AppError `invalid` when the current one is wrong, `unprocessable` where there is none yet: a mail sets the first
 */
export const changePassword = operation(
  ChangePassword,
  async (actor, input): Promise<void> => {
    const { userId, sessionId } = requireUser(actor)
    await limit(["password", userId], config.settings.limits.signInsPerQuarterHour, hours(0.25))
    const user = await User.byId(userId)
    if (user && !user.passwordHash) throw new AppError("unprocessable", { reason: "no_password" })
    if (!user || !(await User.verifyPassword(input.current, user.passwordHash))) {
      throw invalidField("current", "password_wrong")
    }
    const passwordHash = await hashNew(input.password, user)
    await Session.keepUnder(sessionId, passwordHash)
    await table().user.patch({ userId }).set({ passwordHash }).go()
    await Session.endAll(userId, sessionId)
  },
  "access",
)

function hashNew(password: string, user: User.UserRow) {
  if (isCommonPassword(password, [user.handle, user.email, user.name])) {
    throw invalidField("password", "password_common")
  }
  return User.hashPassword(password)
}
