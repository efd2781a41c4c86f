import type { NotificationView } from "@/core/notification/notification.schema"
import { Link } from "@/i18n/navigation"

type Props = { item: NotificationView; labelledBy: string }

/** What a notification is about, opened from anywhere in its row; a request is answered in it instead. */
export function RowLink({ item, labelledBy }: Props) {
  const href = target(item)
  return href && <Link className="notes__go" href={href} aria-labelledby={labelledBy} />
}

function target({ kind, post, comment, album, actors, decisionId }: NotificationView): string | undefined {
  if (kind === "guest_comments") return "/guests"
  if (decisionId) return `/decisions/${decisionId}`
  if (post) return `/p/${post.id}${comment ? `#${comment.id}` : ""}`
  if (album) return kind === "guest_photos" ? `/a/${album.id}/guests` : `/a/${album.id}`
  const [first] = actors
  return first && actors.length === 1 && kind !== "request" ? `/u/${first.handle}` : undefined
}
