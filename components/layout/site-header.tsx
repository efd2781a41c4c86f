import { useLocale, useTranslations } from "next-intl"
import { getPathname, Link } from "@/i18n/navigation"
import { Brand } from "./brand"
import { ProfileMenu } from "./profile-menu"
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
  return (
    <header className="top">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <Brand site={site} />
      <nav className="top__nav" aria-label={t("main")}>
        <Link href="/explore" aria-current={current === "explore" ? "page" : undefined}>
          {t("explore")}
        </Link>
      </nav>
      <div className="top__end">
        {viewer ? (
          <>
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
