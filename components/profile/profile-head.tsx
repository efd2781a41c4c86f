import { useFormatter, useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import { languageOf } from "@/components/ui/language-of"
import type { UserView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

type Props = { user: UserView; own: boolean }

/** Name, count, a line about oneself; then the work. */
export function ProfileHead({ user, own }: Props) {
  const t = useTranslations("profile")
  const format = useFormatter()
  return (
    <header className="phead">
      <Avatar person={user} size="xl" />
      <div className="phead__id">
        <h1 className="phead__name">{user.name}</h1>
        <span className="faint">@{user.handle}</span>
      </div>
      <div className="counts">
        <span>{t.rich("posts", { count: user.counts.posts, b: (text) => <b>{text}</b> })}</span>
        <span>
          {t("joined", {
            date: format.dateTime(new Date(user.joinedAt), { year: "numeric", month: "long" }),
          })}
        </span>
      </div>
      {own && (
        <div className="row phead__do">
          <Link className="btn btn--line" href="/settings/profile">
            {t("edit")}
          </Link>
        </div>
      )}
      {user.bio && (
        <p className="phead__bio muted base whitespace-pre-line" dir="auto" lang={languageOf(user.bio)}>
          {user.bio}
        </p>
      )}
    </header>
  )
}
