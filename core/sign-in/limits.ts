import { type Actor, addressOf } from "../actor"
import { config } from "../config"
import { limit } from "../limit"
import { hours } from "../time"

const quarterHour = hours(0.25)

/** Counts a sign-in by address. @throws AppError `rate_limited` */
export const countByAddress = (actor: Actor) =>
  limit(["sign-in", addressOf(actor)], config.settings.limits.signInsPerQuarterHourByAddress, quarterHour)

/** Counts a try at a password by address and account. Nobody is locked out for good. @throws AppError `rate_limited` */
export async function countPassword(actor: Actor, email: string): Promise<void> {
  const { signInsPerQuarterHour } = config.settings.limits
  const [address, account] = [addressOf(actor), email.toLowerCase()]
  await countByAddress(actor)
  await limit(["sign-in", address, account], signInsPerQuarterHour, quarterHour)
  await limit(["sign-in", "account", account], signInsPerQuarterHour * 10, quarterHour)
}

/**
 * Counts a try at a code, by account: at ten in a quarter of an hour, guessing one of a million takes years. Who guesses
 * knows the password already, and whoever they bar gets in with a passkey meanwhile.
 */
export const countCode = (userId: string) =>
  limit(["second-step", userId], config.settings.limits.signInsPerQuarterHour, quarterHour)
