import { z } from "zod"
import { type Actor, requireUser } from "../actor"
import { firstIdAt } from "../id"
import { operation } from "../operation"
import { type Page, PageInput } from "../page.schema"
import { table, unlessRefused } from "../table"
import { listOf } from "../table/list"
import { minutes } from "../time"
import { maxUnread, type NotificationView, ReadInput, type UnreadView } from "./notification.schema"
import { newest, readUpTo } from "./read"
import type { NotificationRow } from "./tell"
import { views } from "./view"

export { sendDigests } from "./digest"
export { eraseOf } from "./erase"
export { albumMember, albumPlace } from "./of-albums"
export { type CommentRow, commented } from "./of-comments"
export { followChanged } from "./of-follows"
export { guestComment, guestPhoto } from "./of-guests"
export { commentLiked, commentUnliked, liked, unliked } from "./of-marks"
export { posted } from "./of-posts"
export { siteTells } from "./of-site"
export { setSettings, settings } from "./settings"
export { unsubscribe } from "./unsubscribe"
export { untell, untellAllOf } from "./untell"

/** What the actor is told, the newest first, as far as they may still see it. */
export const list = operation(PageInput, async (actor, page): Promise<Page<NotificationView>> => {
  const { userId } = requireUser(actor)
  return listOf<NotificationRow, NotificationView>({
    list: `notifications-of-${userId}`,
    page,
    read: (before, count) => newest(userId, count, { below: before }),
    idOf: ({ notificationId }) => notificationId,
    show: (rows) => views(actor, rows),
  })
})

/** Clocks differ by less, in milliseconds. */
const slack = minutes(1) * 1000

/** Marks all as read up to one. What is read already stays read; what is to come cannot be. */
export const read = operation(ReadInput, async (actor, input): Promise<void> => {
  const { userId } = requireUser(actor)
  const latest = firstIdAt("notification", Date.now() + slack)
  const upTo = [input.upTo, latest].sort()[0] ?? latest
  await unlessRefused(
    table()
      .notificationMark.put({ userId, upTo })
      .where((mark, { notExists, lt }) => `${notExists(mark.upTo)} OR ${lt(mark.upTo, upTo)}`)
      .go(),
  )
})

/** How many are unread: what a page asks now and then. Two small reads, however many there are. */
export const unread = operation(z.strictObject({}), async (actor): Promise<UnreadView> => {
  const count = await unreadCount(actor)
  return { count: Math.min(count, maxUnread), more: count > maxUnread }
})

async function unreadCount(actor: Actor): Promise<number> {
  const { userId } = requireUser(actor)
  const above = await readUpTo(actor)
  return (await newest(userId, maxUnread + 1, { above })).length
}
