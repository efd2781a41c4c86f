import { type Actor, addressOf } from "../actor"
import { config } from "../config"
import { limit } from "../limit"
import { hours } from "../time"

/**
 * Limits the mails that may be asked for, by the caller and by the e-mail address they go to.
 * @param what which mail, each counted apart
 * @throws AppError `rate_limited`
 */
export async function limitMails(what: string, actor: Actor, email: string): Promise<void> {
  const { mailsPerHour } = config.settings.limits
  // Several people may share a caller's address.
  await limit([what, addressOf(actor)], mailsPerHour * 4, hours(1))
  await limit([what, "account", email.toLowerCase()], mailsPerHour, hours(1))
}
