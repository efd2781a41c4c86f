import { localeOf } from "../actor"
import { operation } from "../operation"
import { table } from "../table"
import { Token } from "../token"
import { User } from "../user"
import { ForgotPassword } from "../user/user.schema"
import { limitMails } from "./limit-mails"

/**
 * Mails the link that confirms an address once more, where it belongs to an account that is not confirmed; the answer
 * never says so. @throws AppError `rate_limited`
 */
export const resendVerification = operation(ForgotPassword, async (actor, { email }): Promise<void> => {
  await limitMails("resend", actor, email)
  const user = await User.byEmail(email)
  const row =
    user && !user.emailVerified
      ? Token.newRow("verify", user.locale, { userId: user.userId, email: user.email })
      : Token.newRow("void", localeOf(actor), {})
  await table().oneTimeToken.create(row).go()
})
