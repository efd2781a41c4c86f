import { Follow } from "../follow"
import { batch, type Entities, table, transact } from "../table"
import { type News, type NotificationRow, replace } from "./tell"

type Told = Pick<News, "userId" | "actorId" | "topic">

/**
 * Takes back what a person was told, where it was told: one person less did it, or nobody any more.
 * @param factId what has gone; when the same was done again meanwhile, that stays
 */
export async function untell(told: Told & Pick<News, "factId">): Promise<void> {
  const { userId, actorId, topic, factId } = told
  const key = { userId, actorId, topic }
  await Follow.untilSettled(async () => {
    const { data: part } = await table().notificationPart.get(key).go({ consistent: true })
    if (part?.factId !== factId) return undefined
    const of = { userId, topic, period: part.period }
    const { data: row } = await table().notification.get(of).go({ consistent: true })
    return transact((t) => [
      t.notificationPart
        .delete(key)
        .where(({ factId: told }, { eq }) => eq(told, factId))
        .commit(),
      ...(row ? [shrunk(t, row, actorId)] : []),
    ])
  })
}

function shrunk(t: Entities, row: NotificationRow, actorId: string) {
  const count = row.count - 1
  if (count > 0) return replace(t, row, { ...row, count, actors: row.actors.filter((id) => id !== actorId) })
  const { userId, topic, period, notificationId } = row
  return t.notification
    .delete({ userId, topic, period })
    .where((is, { eq }) => `${eq(is.notificationId, notificationId)} AND ${eq(is.count, row.count)}`)
    .commit()
}

const inChunk = 50

/** Takes back all that one person was told of another: they are behind a block now. */
export async function untellAllOf(userId: string, actorId: string): Promise<void> {
  for (;;) {
    const parts = table().notificationPart.query.byActor({ userId, actorId })
    const { data } = await parts.go({ limit: inChunk, count: inChunk, consistent: true })
    // One after the other: several of them may be in one notification.
    for (const part of data) await untell(part)
    if (data.length < inChunk) return
  }
}

/** Takes away every notification about something that is gone, whoever did it. */
export async function untellTopic(userId: string, topic: string): Promise<void> {
  const { data } = await table()
    .notification.query.byTopic({ userId, topic })
    .go({ pages: "all", consistent: true })
  const keys = data.map(({ period }) => ({ userId, topic, period }))
  await batch(keys, (left) => table().notification.delete(left).go())
}
