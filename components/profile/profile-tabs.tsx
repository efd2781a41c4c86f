import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"

const tabs = { posts: "", described: "/described", albums: "/albums" } as const
export type ProfileTab = keyof typeof tabs

type Props = { handle: string; current: ProfileTab; query?: Record<string, string> }

/** The ways to look at a person's posts: links, each with an address of its own. */
export function ProfileTabs({ handle, current, query }: Props) {
  const t = useTranslations("profile.tabs")
  return (
    <nav className="tabs" aria-label={t("label")}>
      {Object.entries(tabs).map(([tab, below]) => (
        <Link
          key={tab}
          href={{ pathname: `/u/${handle}${below}`, query: query ?? "" }}
          scroll={false}
          aria-current={tab === current ? "page" : undefined}
        >
          {t(tab as ProfileTab)}
        </Link>
      ))}
    </nav>
  )
}
