import { readerOf } from "../actor"
import { config } from "../config"
import { log } from "../log"
import { Mail } from "../mail"
import { table, unlessRefused } from "../table"
import { now } from "../time"
import { User } from "../user"
import type { NotificationView } from "./notification.schema"
import { newest, readUpTo } from "./read"
import { nextDue, type SettingsRow } from "./settings"
import { unsubscribeToken } from "./unsubscribe"
import { views } from "./view"

/** How many people are looked at in one go, and how many of them at a time. */
const inChunk = 50
const atOnce = 5
/** How many notifications one mail tells; the page has the others. */
const inMail = 10

export type Sent = { sent: number; nothing: number; faults: number; more: boolean }

/**
 * Mails what is unread to people whose digest is due, at most once a day each: whoever moves the time of the next one on
 * has claimed it. A mail that fails is not tried again today; tomorrow's tells the same, for what was mailed is noted
 * only when it was.
 * @returns what was done, and whether others are due
 */
export async function sendDigests(): Promise<Sent> {
  const due = await table()
    .notificationSettings.query.byDue({ digest: "daily" })
    .lte({ dueAt: now() })
    .go({ limit: inChunk, count: inChunk })
  const sum: Sent = { sent: 0, nothing: 0, faults: 0, more: due.data.length === inChunk }
  for (let at = 0; at < due.data.length; at += atOnce) {
    const outcomes = await Promise.all(due.data.slice(at, at + atOnce).map(outcomeOf))
    for (const outcome of outcomes) sum[outcome]++
  }
  return sum
}

async function outcomeOf(row: SettingsRow): Promise<"sent" | "nothing" | "faults"> {
  try {
    return (await isClaimed(row)) && (await isSent(row)) ? "sent" : "nothing"
  } catch (error) {
    log.error("digest failed", { user_id: row.userId, error: error as Error })
    return "faults"
  }
}

async function isClaimed({ userId, dueAt, digestHour = 0 }: SettingsRow): Promise<boolean> {
  const claim = table()
    .notificationSettings.patch({ userId })
    .set({ digest: "daily", dueAt: nextDue(digestHour) })
    .where((row, { eq }) => `${eq(row.digest, "daily")} AND ${eq(row.dueAt, dueAt ?? "")}`)
  return (await unlessRefused(claim.go())) !== undefined
}

/** @returns false when there was nothing to tell, or nobody whose address is known to be theirs */
async function isSent({ userId, digestedTo = "!" }: SettingsRow): Promise<boolean> {
  const person = await User.byId(userId)
  if (!person?.emailVerified || person.hidden) return false
  const { email, locale } = person
  const reader = readerOf(userId, locale)
  const upTo = await readUpTo(reader)
  const rows = await newest(userId, inMail + 1, { above: upTo > digestedTo ? upTo : digestedTo })
  const news = await views(reader, rows)
  if (news.length === 0) return false
  await Mail.send(email, mail(userId, locale, news))
  const [last] = rows
  await table().notificationSettings.patch({ userId }).set({ digestedTo: last?.notificationId }).go()
  return true
}

function mail(userId: string, locale: User.UserRow["locale"], news: readonly NotificationView[]) {
  const token = unsubscribeToken(userId)
  const { siteUrl } = config.settings
  return Mail.digest(locale, news.slice(0, inMail), {
    more: news.length > inMail,
    token,
    oneClick: `${siteUrl}/api/notifications/unsubscribe/${token}`,
  })
}
