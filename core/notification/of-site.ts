import { newId } from "../id"
import { table, unlessRefused } from "../table"
import { days, epoch, now } from "../time"
import type { SiteKind } from "./notification.schema"

const kept = days(90)

/**
 * Tells a person something that the site decided, once for each topic. It is from nobody: whoever made it happen is not
 * in it.
 */
export async function siteTells(
  userId: string,
  kind: SiteKind,
  topic: string,
  decisionId?: string,
): Promise<void> {
  const row = table().notification.create({
    userId,
    topic,
    period: "!",
    notificationId: newId("notification"),
    kind,
    count: 0,
    actors: [],
    ...(decisionId ? { decisionId } : {}),
    at: now(),
    expires: epoch(kept),
  })
  await unlessRefused(row.go())
}
