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
/** How many days are looked through for one page, how many of them at once, and how far back the trail goes at all. */
const daysAPage = 32
const atOnce = 8
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

async function ofDays(query: ListAudit, start: string): Promise<Found> {
  const rows: Row[] = []
  const time = timeOf(start)
  // The lowest id of a day stands for the end of the day before it.
  const first = (start === firstIdAt("audit", time) ? dayAfter(time - 1) : dayAfter(time)) - day
  const days = Array.from({ length: daysAPage }, (_, back) => first - back * day)
  for (let at = 0; at < days.length && rows.length <= query.limit; at += atOnce) {
    const found = days.slice(at, at + atOnce).map((begin) => ofDay(begin, query, start))
    rows.push(...(await Promise.all(found)).flat())
  }
  const below = days.at(-1) ?? first
  const isOver = Date.now() - below > daysAtMost * day
  return isOver ? { rows } : { rows, below: firstIdAt("audit", below) }
}

async function ofDay(begin: number, { limit, what }: ListAudit, start: string): Promise<Row[]> {
  const { data } = await table()
    .audit.query.byDay({ day: new Date(begin).toISOString().slice(0, 10) })
    .lt({ auditId: start })
    .where((entry, { begins }) => (what ? begins(entry.what, what) : ""))
    .go({ order: "desc", count: limit + 1, consistent: Date.now() - begin < day })
  return data
}
