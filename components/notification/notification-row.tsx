import { useLocale, useTranslations } from "next-intl"
import { FollowButton } from "@/components/people/follow-button"
import { useFollowWords } from "@/components/people/words"
import { timeAgo } from "@/components/ui/time-ago"
import type { NotificationView } from "@/core/notification/notification.schema"
import { Link } from "@/i18n/navigation"
import { Faces } from "./faces"
import { RequestAnswer } from "./request-answer"
import { Sentence } from "./sentence"
import { Thumb } from "./thumb"

type Props = {
  item: NotificationView
  /** Whether it is marked as new. */
  isNew: boolean
  /** In milliseconds. */
  now: number
  onAnswered: () => void
}

/** One notification: people first, then what they did, what can be done about it, and the photo last. */
export function NotificationRow({ item, isNew, now, onAnswered }: Props) {
  const t = useTranslations("notifications")
  const locale = useLocale() === "ja" ? "ja" : "en"
  const followWords = useFollowWords()
  const { kind, actors, viewer, post, at } = item
  const [first] = actors
  return (
    <li className={isNew ? "is-new" : undefined}>
      <Faces people={actors} />
      <div className="grow">
        {isNew && <span className="vh">{t("unread")}</span>}
        <Sentence item={item} />
        <time className="faint xs" dateTime={at}>
          {timeAgo(at, now, locale)}
        </time>
      </div>
      {kind === "request" && first && <RequestAnswer person={first} onAnswered={onAnswered} />}
      {viewer && first && (
        <span className="notes__above">
          <FollowButton
            person={{
              ...first,
              private: viewer.private,
              viewer: { ...viewer, own: false, followsYou: true, muted: false },
            }}
            words={followWords}
            small
          />
        </span>
      )}
      {post?.picture && (
        <Link className="thumb" href={`/p/${post.id}`} tabIndex={-1} aria-hidden="true">
          <Thumb picture={post.picture} />
        </Link>
      )}
    </li>
  )
}
