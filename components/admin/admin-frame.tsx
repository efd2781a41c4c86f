import { List } from "lucide-react"
import { getLocale, getTranslations } from "next-intl/server"
import type { ReactNode } from "react"
import { Brand } from "@/components/layout/brand"
import { Keys } from "@/components/layout/keys"
import { ProfileMenu } from "@/components/layout/profile-menu"
import { SiteFooter } from "@/components/layout/site-footer"
import type { Viewer } from "@/components/layout/viewer"
import { Menu } from "@/components/ui/menu"
import { getPathname, Link } from "@/i18n/navigation"
import { type Part, parts } from "./parts"

type Props = {
  site: { name: string; stage: string }
  viewer: NonNullable<Viewer>
  part: Part
  children: ReactNode
}

/** A page of those who run the site: which stage it is, and the way to the others. */
export async function AdminFrame({ site, viewer, part, children }: Props) {
  const [t, layout, locale] = await Promise.all([
    getTranslations("admin"),
    getTranslations("layout"),
    getLocale(),
  ])
  // Who moderates sees the reports, and nothing else of it.
  const links = parts
    .filter((one) => viewer.role === "admin" || one.part === "reports")
    .map(({ part: other, href }) => (
      <Link key={other} href={href} aria-current={other === part ? "page" : undefined}>
        {t(`parts.${other}`)}
      </Link>
    ))
  return (
    <>
      <header className="top admin__top">
        <a className="skip" href="#main">
          {layout("skip")}
        </a>
        <Brand site={site.name} />
        <span className="badge">{t("stage", { stage: site.stage })}</span>
        <nav className="top__nav" aria-label={t("nav")}>
          {links}
        </nav>
        <div className="top__end">
          <ProfileMenu viewer={viewer} home={getPathname({ href: "/", locale })} />
          <div className="admin__menu">
            <Menu id="operations-menu" label={t("menu")} button={<List className="i i--lg" />}>
              {links}
            </Menu>
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="admin stack stack--24">
        {children}
      </main>
      <SiteFooter site={site.name} />
      <Keys member queue={part === "reports"} />
    </>
  )
}
