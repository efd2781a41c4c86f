import { addressOf, localeOf } from "../actor"
import { config } from "../config"
import { limit } from "../limit"
import { operation } from "../operation"
import { table } from "../table"
import { hours } from "../time"
import { Token } from "../token"
import { User } from "../user"
import { ForgotPassword } from "../user/user.schema"

/**
 * Mails the link that confirms an address once more, where it belongs to an account that is not confirmed; the answer
 * never says so. @throws AppError `rate_limited`
 */
export const resendVerification = operation(ForgotPassword, async (actor, { email }): Promise<void> => {
  const { mailsPerHour } = config.settings.limits
  await limit(["resend", addressOf(actor)], mailsPerHour * 4, hours(1))
  await limit(["resend", "account", email.toLowerCase()], mailsPerHour, hours(1))
  const user = await User.byEmail(email)
  const row =
    user && !user.emailVerified
      ? Token.newRow("verify", user.locale, { userId: user.userId, email: user.email })
      : Token.newRow("void", localeOf(actor), {})
  await table().oneTimeToken.create(row).go()
})
