import { Activity, Bookmark, FilePen, Images, Languages, Settings, UserRound } from "lucide-react"
import { useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import { Menu } from "@/components/ui/menu"
import { Link } from "@/i18n/navigation"
import { LanguageLink } from "./language-link"
import { SignOutButton } from "./sign-out-button"
import { ThemeChoice } from "./theme-choice"
import type { Viewer } from "./viewer"

type Props = { viewer: NonNullable<Viewer>; home: string }

/** What belongs to oneself: profile, settings, language, theme, the way out. */
export function ProfileMenu({ viewer, home }: Props) {
  const t = useTranslations("layout")
  return (
    <Menu id="account-menu" label={t("account")} button={<Avatar person={viewer} size="sm" />}>
      <Link href={`/u/${viewer.handle}`} className="menu__person">
        <UserRound className="i" aria-hidden="true" />
        <span className="grid min-w-0">
          <span className="med cut">{viewer.name}</span>
          <span className="faint xs cut">@{viewer.handle}</span>
        </span>
      </Link>
      <Link href="/saved">
        <Bookmark className="i" aria-hidden="true" />
        {t("saved")}
      </Link>
      <Link href="/albums">
        <Images className="i" aria-hidden="true" />
        {t("albums")}
      </Link>
      <Link href="/drafts">
        <FilePen className="i" aria-hidden="true" />
        {t("drafts")}
      </Link>
      <Link href="/settings/profile">
        <Settings className="i" aria-hidden="true" />
        {t("settings")}
      </Link>
      {viewer.role && viewer.role !== "member" && (
        <Link href={viewer.role === "admin" ? "/admin" : "/admin/reports"}>
          <Activity className="i" aria-hidden="true" />
          {t("operations")}
        </Link>
      )}
      <LanguageLink>
        <Languages className="i" aria-hidden="true" />
        {t("otherLanguage")}
      </LanguageLink>
      <ThemeChoice />
      <hr />
      <SignOutButton home={home} words={{ signOut: t("signOut"), failed: t("signOutFailed") }} />
    </Menu>
  )
}
