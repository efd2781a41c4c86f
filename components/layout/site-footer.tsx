import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { LanguageLink } from "./language-link"
import { ThemeChoice } from "./theme-choice"

/** The foot of a page: what this is, in which language, by which light. */
export function SiteFooter({ site }: { site: string }) {
  const t = useTranslations("layout")
  return (
    <footer className="foot">
      <nav className="foot__links" aria-label={t("footer")}>
        <Link href="/about">{t("about", { site })}</Link>
        <Link href="/takedown">{t("takedown")}</Link>
        <Link href="/terms">{t("terms")}</Link>
        <Link href="/privacy">{t("privacy")}</Link>
        <LanguageLink>{t("otherLanguage")}</LanguageLink>
      </nav>
      <ThemeChoice />
    </footer>
  )
}
