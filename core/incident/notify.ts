import { AppError } from "../error"
import { log } from "../log"
import { Mail } from "../mail"
import { operation } from "../operation"
import { table, transact, unlessRefused } from "../table"
import { now } from "../time"
import { User } from "../user"
import { eventRow, noted } from "./change"
import { type IncidentEventView, type IncidentView, NotifyOfIncident } from "./incident.schema"
import { get, timeline } from "./read"

const atOnce = 5

export type Notified = {
  sent: number
  /** Were mailed this text before. */
  known: number
  /** Have no address that is known to be theirs, or no open account. */
  unreachable: number
  /** Could not be mailed; they are tried again the next time. */
  failed: number
}

/**
 * Mails the incident's newest public text to people, each in their language, nobody twice: after an interruption the
 * same call goes on.
 * @throws AppError `not_found`; `invalid` when there is nothing to say
 */
export const notify = operation(
  NotifyOfIncident,
  async (_actor, { by, incidentId, userIds }): Promise<Notified> => {
    const incident = await get(incidentId)
    const event = (await timeline(incidentId)).findLast(({ text }) => text)
    if (!event) throw new AppError("invalid")
    const sum: Notified = { sent: 0, known: 0, unreachable: 0, failed: 0 }
    for (let at = 0; at < userIds.length; at += atOnce) {
      const some = userIds.slice(at, at + atOnce)
      for (const outcome of await Promise.all(some.map((userId) => outcomeOf(incident, event, userId))))
        sum[outcome]++
    }
    if (sum.sent > 0) {
      const told = { kind: "notified" as const, detail: `${sum.sent} people` }
      await transact((t) => [
        t.incidentEvent.create(eventRow(incidentId, by, told)).commit(),
        noted(t, by, "incident notify", incidentId, [told]),
      ])
    }
    return sum
  },
)

async function outcomeOf(
  incident: IncidentView,
  event: IncidentEventView,
  userId: string,
): Promise<keyof Notified> {
  const key = { incidentId: incident.id, eventId: event.id, userId }
  const person = await User.byId(userId)
  if (!person?.emailVerified || person.suspendedAt) return "unreachable"
  // Claimed before it is sent: of two that send at the same time, one does.
  const claim = table().incidentNotice.create({ ...key, at: now() })
  if (!(await unlessRefused(claim.go()))) return "known"
  try {
    await Mail.send(person.email, Mail.incident(person.locale, incident.title, event.text ?? {}))
    return "sent"
  } catch (error) {
    log.error("incident mail failed", { user_id: userId, error: error as Error })
    await table().incidentNotice.delete(key).go()
    return "failed"
  }
}
