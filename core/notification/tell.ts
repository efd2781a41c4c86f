import type { EntityItem } from "electrodb"
import { readerOf } from "../actor"
import { nobody } from "../comment/comment.schema"
import { Follow } from "../follow"
import { firstIdAt, newId, timeOf } from "../id"
import { Post } from "../post"
import { Relation } from "../relation"
import { type Entities, refused, table, transact } from "../table"
import { fold } from "../text-fold"
import { days, epoch } from "../time"
import type { NotificationEntity } from "./notification.entity"
import type { Kind } from "./notification.schema"
import { settingsOf } from "./settings"

export type NotificationRow = EntityItem<typeof NotificationEntity>

/** Something that somebody did, for whom it is news. */
export type News = {
  userId: string
  actorId: string
  /** What it is to them, the most telling first: the first one that they want to hear of counts. */
  kinds: readonly Kind[]
  /** What it is about; the same of several people becomes one notification. */
  topic: string
  /** The like, comment or follow itself: it is told once, and taken back with it. */
  factId: string
  at: string
  /** What was written, if anything: some do not want to read some words. */
  text?: string
  about?: { postId?: string; commentId?: string; parentId?: string; albumId?: string }
}

type Item = ReturnType<Parameters<typeof transact>[0]>[number]

/** How long a notification is kept after the last that was added to it. */
const kept = days(90)
/** How many people a row knows by id: more than are shown, for some may go. */
const known = 4

/**
 * Tells a person something, if they want to hear of it and may see it. Each fact is told once, however often, late or
 * out of order it is asked for: in the transaction that counts it, it must still be so, and must not have been counted.
 * @param still checks in that transaction that the fact is there, as it was seen
 */
export async function tell(news: News, still: (t: Entities) => Item): Promise<void> {
  if (news.userId === news.actorId || news.userId === nobody) return
  const kind = await wanted(news)
  if (!kind) return
  await Follow.untilSettled(async () => {
    const { part, row, upTo } = await found(news)
    if (part?.factId === news.factId) return undefined
    // Taken back and done again before the first was taken away: it is counted already.
    const period = part?.period ?? (row && isOpen(row, upTo) ? row.period : upTo)
    const next = grown(row?.period === period ? row : undefined, { ...news, kind, period, upTo })
    const codes = await transact((t) => [
      still(t),
      t.notificationPart
        .put({ ...keyOf(news), period, factId: news.factId, expires: next.expires })
        .where(({ factId }, { eq, notExists }) => (part ? eq(factId, part.factId) : notExists(factId)))
        .commit(),
      ...(part ? [] : [replace(t, row?.period === period ? row : undefined, next)]),
    ])
    return codes?.[0] === refused ? undefined : codes
  })
}

const keyOf = ({ userId, actorId, topic }: Pick<News, "userId" | "actorId" | "topic">) => ({
  userId,
  actorId,
  topic,
})

async function wanted({ userId, actorId, kinds, text, about }: News): Promise<Kind | undefined> {
  const reader = readerOf(userId)
  const [{ blocked, muted, words }, { off }, isVisible] = await Promise.all([
    Relation.of(reader),
    settingsOf(userId),
    about?.postId === undefined || Post.isVisible(reader, about.postId),
  ])
  if (!isVisible || blocked.has(actorId) || muted.has(actorId)) return undefined
  const folded = text === undefined ? "" : fold(text)
  if (words.some((word) => folded.includes(word))) return undefined
  return kinds.find((kind) => !off.includes(kind))
}

/** What is there of it: the actor's part, the last notification about it, and how far the person has read. */
async function found(news: News) {
  const { userId, topic } = news
  const [part, rows, mark] = await Promise.all([
    table().notificationPart.get(keyOf(news)).go({ consistent: true }),
    table()
      .notification.query.byTopic({ userId, topic })
      .go({ order: "desc", limit: 1, count: 1, consistent: true }),
    table().notificationMark.get({ userId }).go({ consistent: true }),
  ])
  return { part: part.data ?? undefined, row: rows.data[0], upTo: mark.data?.upTo ?? "!" }
}

const isOpen = ({ notificationId, expires }: NotificationRow, upTo: string) =>
  notificationId > upTo && expires > epoch()

type Next = News & { kind: Kind; period: string; upTo: string }

/** The row with one person more; one that has expired begins anew. */
function grown(row: NotificationRow | undefined, next: Next): NotificationRow {
  const { userId, actorId, topic, period, kind, at, about, upTo } = next
  const before = row && row.expires > epoch() ? row : undefined
  const others = (before?.actors ?? []).filter((id) => id !== actorId)
  return {
    userId,
    topic,
    period,
    kind,
    ...about,
    notificationId: idAfter(row && row.notificationId > upTo ? row.notificationId : upTo),
    count: (before?.count ?? 0) + 1,
    actors: [actorId, ...others].slice(0, known),
    at: before && before.at > at ? before.at : at,
    expires: epoch(kept),
  }
}

/** Clocks differ: a new id comes after what was read already, or it would never count as unread. */
function idAfter(id: string): string {
  const next = newId("notification")
  return next > id ? next : firstIdAt("notification", timeOf(id) + 1)
}

/** Writes a row in the place of what was read of it, refused when that has changed meanwhile. */
export const replace = (t: Entities, row: NotificationRow | undefined, next: NotificationRow) =>
  t.notification
    .put(next)
    .where(({ notificationId, count }, { eq, notExists }) =>
      row
        ? `${eq(notificationId, row.notificationId)} AND ${eq(count, row.count)}`
        : notExists(notificationId),
    )
    .commit()
