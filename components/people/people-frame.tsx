import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Avatar } from "@/components/ui/avatar"
import type { UserView } from "@/core/user/user.schema"
import { Link } from "@/i18n/navigation"

export type PeopleTab = "followers" | "following"

type Props = { user: UserView; tab: PeopleTab; children: ReactNode }

/** Above a list of people: whose it is, the way back to them, and the other list. */
export function PeopleFrame({ user, tab, children }: Props) {
  const t = useTranslations("people")
  const profile = `/u/${user.handle}`
  const tabs = { followers: t("followersTab"), following: t("followingTab") }
  return (
    <div className="stack stack--16">
      <h1 className="vh">{t(`${tab}Title`, { name: user.name })}</h1>
      <Link className="people__head" href={profile}>
        <Avatar person={user} />
        <span className="grow">
          <span className="med cut block" dir="auto">
            {user.name}
          </span>
          <span className="faint xs cut block">@{user.handle}</span>
        </span>
      </Link>
      <nav className="tabs" aria-label={t("lists")}>
        {Object.entries(tabs).map(([name, label]) => (
          <Link key={name} href={`${profile}/${name}`} aria-current={name === tab ? "page" : undefined}>
            {label} <span className="faint num">{user.counts[name as PeopleTab]}</span>
          </Link>
        ))}
      </nav>
      <div>{children}</div>
    </div>
  )
}
