import type { EntityItem } from "electrodb"
import { decodeCursor, encodeCursor } from "../cursor"
import { firstIdAt, timeOf } from "../id"
import { operation } from "../operation"
import type { Page } from "../page.schema"
import { table } from "../table"
import { view } from "./audit"
import type { AuditEntity } from "./audit.entity"
import { type AuditView, ListAudit } from "./audit.schema"

type Row = EntityItem<typeof AuditEntity>
const day = 86_400_000
/** How many days are looked through for one page, and how far back the trail is followed at all. */
const daysAPage = 31
const daysAtMost = 800

/**
 * The audit trail, the newest first. A page may be short or empty where little was done: only `nextCursor: null` is
 * the end.
 */
export const list = operation(ListAudit, async (_actor, query): Promise<Page<AuditView>> => {
  const { limit, cursor, userId, what } = query
  const name = `audit ${userId ?? ""} ${what ?? ""}`
  const last = query.day ? Date.parse(query.day) : Date.now()
  const start = cursor ? decodeCursor(name, cursor) : firstIdAt("audit", dayAfter(last))
  const { rows, below } = userId ? await ofOne(userId, query, start) : await ofDays(query, start)
  const items = rows.slice(0, limit)
  const position = rows.length > limit ? items.at(-1)?.auditId : below
  return { items: items.map(view), nextCursor: position ? encodeCursor(name, position) : null }
})

const dayAfter = (time: number) => (Math.floor(time / day) + 1) * day

/** Entries below an id, one more than asked where there are; and where to go on when the days ran out before. */
type Found = { rows: Row[]; below?: string }

async function ofOne(userId: string, { limit, what }: ListAudit, start: string): Promise<Found> {
  const { data } = await table()
    .audit.query.byUser({ userId })
    .lt({ auditId: start })
    .where((entry, { begins }) => (what ? begins(entry.what, what) : ""))
    .go({ order: "desc", count: limit + 1 })
  return { rows: data }
}

async function ofDays({ limit, what }: ListAudit, start: string): Promise<Found> {
  const rows: Row[] = []
  let below = start
  for (let walked = 0; walked < daysAPage && rows.length <= limit; walked++) {
    const time = timeOf(below)
    // The lowest id of a day stands for the end of the day before it.
    const begin = below === firstIdAt("audit", time) ? dayAfter(time - 1) - day : dayAfter(time) - day
    const { data } = await table()
      .audit.query.byDay({ day: new Date(begin).toISOString().slice(0, 10) })
      .lt({ auditId: below })
      .where((entry, { begins }) => (what ? begins(entry.what, what) : ""))
      .go({ order: "desc", count: limit + 1 - rows.length, consistent: true })
    rows.push(...data)
    below = firstIdAt("audit", begin)
  }
  const isOver = Date.now() - timeOf(below) > daysAtMost * day
  return isOver ? { rows } : { rows, below }
}
