import type { NotificationView } from "@/core/notification/notification.schema"

export type Section = "new" | "today" | "yesterday" | "week" | "earlier"

const day = 86_400_000

/**
 * Notifications by how long ago they were: unread ones apart, above the others. Days are counted back from now, for the
 * server does not know where the reader's midnight is.
 * @returns the sections that have something, in order
 */
export function sections(
  items: readonly NotificationView[],
  now: number,
): { section: Section; items: NotificationView[] }[] {
  const order: Section[] = ["new", "today", "yesterday", "week", "earlier"]
  return order
    .map((section) => ({ section, items: items.filter((item) => sectionOf(item, now) === section) }))
    .filter((part) => part.items.length > 0)
}

function sectionOf({ read, at }: NotificationView, now: number): Section {
  if (!read) return "new"
  const ago = now - Date.parse(at)
  if (ago < day) return "today"
  if (ago < 2 * day) return "yesterday"
  return ago < 7 * day ? "week" : "earlier"
}
