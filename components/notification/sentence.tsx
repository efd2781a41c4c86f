import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import type { NotificationView } from "@/core/notification/notification.schema"
import type { AuthorView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

/** Who did what, with links to them and to what it is about; the second one reaches over the whole row. */
export function Sentence({ item }: { item: NotificationView }) {
  const t = useTranslations("notifications")
  const { kind, post, comment } = item
  const go = (chunks: ReactNode) => <Go item={item}>{chunks}</Go>
  const who = () => <Who item={item} />
  const said = () => (
    <span className="notes__said" dir="auto">
      {comment?.excerpt}
    </span>
  )
  const sentence = kind === "mention" && !comment ? "mentionPost" : kind
  return (
    <p>
      {t.rich(`kinds.${sentence}`, { go, who, said })}
      {post && !post.picture && <span className="vh"> {t("covered")}</span>}
    </p>
  )
}

/** The names of two people at most, and how many more there are. */
function Who({ item: { actors, others } }: { item: NotificationView }) {
  const t = useTranslations("notifications.who")
  const [first, second] = actors
  const name = (person: AuthorView | undefined) => () => person && <Name person={person} />
  const names = { first: name(first), second: name(second) }
  const count = Math.max(0, actors.length - 2) + others
  if (!first) return t("some", { count })
  if (!second) return count > 0 ? t.rich("oneMore", { ...names, count }) : t.rich("one", names)
  return count > 0 ? t.rich("more", { ...names, count }) : t.rich("two", names)
}

const Name = ({ person: { handle, name } }: { person: AuthorView }) => (
  <Link className="med notes__above" href={`/u/${handle}`} dir="auto">
    {name}
  </Link>
)

function Go({
  item: { kind, post, comment, actors },
  children,
}: {
  item: NotificationView
  children: ReactNode
}) {
  const [first] = actors
  if (post) {
    const anchor = comment ? `#${comment.id}` : ""
    return (
      <Link className="notes__go" href={`/p/${post.id}${anchor}`}>
        {children}
      </Link>
    )
  }
  if (kind === "request" || !first || actors.length > 1) return children
  return (
    <Link className="notes__go" href={`/u/${first.handle}`}>
      {children}
    </Link>
  )
}
