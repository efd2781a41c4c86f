import { z } from "zod"
import { AppError } from "../error"
import { limit } from "../limit"
import { Mail } from "../mail"
import { deviceOf } from "../session/device.schema"
import { days } from "../time"
import { User } from "../user"

const Row = z.object({
  userId: z.string(),
  userAgent: z.string(),
  createdAt: z.string(),
  unfamiliar: z.boolean().optional(),
  place: z.object({ city: z.string().optional(), country: z.string() }).optional(),
})

/** Beyond so many a day a person is told on the site alone: some program of theirs keeps no cookies. */
const mailsADay = 5

/** Mails a person that a session was opened on a device that is new. A mail may come twice. */
export async function tellOfSignIn(row: Record<string, unknown>): Promise<void> {
  const { userId, userAgent, createdAt, unfamiliar, place } = Row.parse(row)
  if (!unfamiliar) return
  const user = await User.byId(userId)
  // Nothing is delivered below `.invalid`: the canary has its address there.
  if (!user || user.email.endsWith(".invalid") || !(await isAllowed(userId))) return
  const facts = { device: deviceOf(userAgent), ...place, at: new Date(createdAt) }
  await Mail.send(user.email, Mail.signInAlert(user.locale, facts))
}

async function isAllowed(userId: string): Promise<boolean> {
  try {
    await limit(["sign-in mail", userId], mailsADay, days(1))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return false
    throw error
  }
}
