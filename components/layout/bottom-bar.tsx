import { Compass, House, ImagePlus, UserRound } from "lucide-react"
import { useTranslations } from "next-intl"
import { Bell } from "@/components/notification/bell"
import { Link } from "@/i18n/navigation"
import type { Destination, Viewer } from "./viewer"

type Props = { viewer: NonNullable<Viewer>; current?: Destination }

/** A member's destinations under the thumb, on a phone. */
export function BottomBar({ viewer, current }: Props) {
  const t = useTranslations("layout")
  const destinations = [
    { to: "home", href: "/", label: t("homePage"), Icon: House },
    { to: "explore", href: "/explore", label: t("explore"), Icon: Compass },
    { to: "post", href: "/upload", label: t("post"), Icon: ImagePlus },
    { to: "activity", href: "/notifications", label: t("activity"), Icon: null },
    { to: "you", href: `/u/${viewer.handle}`, label: t("you"), Icon: UserRound },
  ]
  return (
    <nav className="bar" aria-label={t("main")}>
      {destinations.map(({ to, href, label, Icon }) => (
        <Link key={to} href={href} aria-current={to === current ? "page" : undefined}>
          {Icon ? <Icon className="i i--lg" aria-hidden="true" /> : <Bell large />}
          {label}
        </Link>
      ))}
    </nav>
  )
}
