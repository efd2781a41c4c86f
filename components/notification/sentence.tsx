import { useTranslations } from "next-intl"
import type { NotificationView } from "@/core/notification/notification.schema"
import type { AuthorView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

type Props = { item: NotificationView; id: string }

/** Who did what; who it was leads to them. */
export function Sentence({ item, id }: Props) {
  const t = useTranslations("notifications")
  const { kind, post, comment } = item
  const sentence = kind === "mention" && !comment ? "mentionPost" : kind
  return (
    <p id={id}>
      {t.rich(`kinds.${sentence}`, {
        who: () => <Who item={item} />,
        album: item.album?.title ?? "",
        count: item.others,
        said: () => <span dir="auto">{comment?.excerpt}</span>,
      })}
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
