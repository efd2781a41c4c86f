import { useLocale, useTranslations } from "next-intl"
import { Bell } from "@/components/notification/bell"
import { getPathname, Link } from "@/i18n/navigation"
import { Brand } from "./brand"
import { ProfileMenu } from "./profile-menu"
import { SearchBox } from "./search-box"
import type { Destination, Viewer } from "./viewer"

type Props = {
  site: string
  viewer: Viewer
  current?: Destination
  /** Whether the page has a bar of its own for joining on a phone. */
  joinBar: boolean
}

/** The head of every page, after the way past it: part of the wall, text and one or two acts. */
export function SiteHeader({ site, viewer, current, joinBar }: Props) {
  const t = useTranslations("layout")
  const locale = useLocale()
  const destinations = [
    ...(viewer ? [{ to: "home", href: "/", label: t("homePage") }] : []),
    { to: "explore", href: "/explore", label: t("explore") },
    { to: "trending", href: "/trending", label: t("trending") },
  ]
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Brand site={site} />
      <nav className="top__nav" aria-label={t("main")}>
        {destinations.map(({ to, href, label }) => (
          <Link key={to} href={href} aria-current={to === current ? "page" : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="top__end">
        <SearchBox />
        {viewer ? (
          <>
            <Link className="icon only-desk" href="/notifications">
              <span className="vh">{t("notifications")}</span>
              <Bell />
            </Link>
            <Link className="btn btn--primary only-desk mr-2" href="/upload">
              {t("post")}
            </Link>
            <ProfileMenu viewer={viewer} home={getPathname({ href: "/", locale })} />
          </>
        ) : (
          <>
            <Link className={`btn btn--quiet ${joinBar ? "only-desk" : ""}`} href="/signin">
              {t("signIn")}
            </Link>
            <Link className="btn btn--primary only-desk" href="/signup">
              {t("join")}
            </Link>
          </>
        )}
      </div>
    </header>
  )
}
