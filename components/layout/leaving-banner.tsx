import { useFormatter, useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"

/** Above every page of somebody whose account is to be deleted: when that is, and the way back. */
export function LeavingBanner({ at }: { at: string }) {
  const t = useTranslations("layout.leaving")
  const format = useFormatter()
  return (
    <aside className="mode-banner" aria-label={t("label")}>
      <span>
        {t("text", { date: format.dateTime(new Date(at), { dateStyle: "long", timeZone: "UTC" }) })}{" "}
        <Link href="/settings/data#leave">{t("go")}</Link>
      </span>
    </aside>
  )
}
