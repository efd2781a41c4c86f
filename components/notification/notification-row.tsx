import { useLocale, useTranslations } from "next-intl"
import { FollowButton } from "@/components/people/follow-button"
import { useFollowWords } from "@/components/people/words"
import { timeAgo } from "@/components/ui/time-ago"
import type { NotificationView } from "@/core/notification/notification.schema"
import { Faces } from "./faces"
import { RequestAnswer } from "./request-answer"
import { RowLink } from "./row-link"
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
  const sentence = `sentence-${item.id}`
  return (
    <li className={isNew ? "is-new" : undefined}>
      <Faces people={actors} />
      <div className="grow">
        {isNew && <span className="vh">{t("unread")}</span>}
        <Sentence item={item} id={sentence} />
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
      {post?.picture && <Thumb picture={post.picture} />}
      <RowLink item={item} labelledBy={sentence} />
    </li>
  )
}
