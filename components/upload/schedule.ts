const soonest = 60_000
const latest = 365 * 24 * 60 * 60_000

/** What is wrong with a time to publish at, if anything. */
export function scheduleFault(
  publishAt: string | undefined,
  now = Date.now(),
): "tooSoon" | "tooLate" | undefined {
  if (publishAt === undefined) return undefined
  const at = Date.parse(publishAt)
  // Half a minute of grace, as the server gives it: a form shows minutes.
  if (!(at >= now + soonest / 2)) return "tooSoon"
  return at > now + latest ? "tooLate" : undefined
}

/** A time as a form's field wants it, in the person's zone, to the minute. */
export function toField(iso: string): string {
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** The time that a form's field says, in UTC; undefined while it is not complete. */
export function fromField(value: string): string | undefined {
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}

/** Tomorrow at the next full hour: a start that is never wrong. */
export function suggested(now = Date.now()): string {
  const at = new Date(now + 24 * 60 * 60_000)
  at.setHours(at.getHours() + 1, 0, 0, 0)
  return at.toISOString()
}
