import { Mail } from "../mail"
import { User } from "../user"

/** Mails when an account will be erased, and the way back. Not when that was taken back meanwhile. */
export async function sayFarewell(row: Record<string, unknown>): Promise<void> {
  const user = await User.byId(String(row.userId))
  if (!user?.leavingAt || user.leavingAt !== row.dueAt) return
  await Mail.send(user.email, Mail.farewell("leaving", user.locale, user.leavingAt))
}
