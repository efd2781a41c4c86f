import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"

/** A visitor's next step under the thumb, on a phone. */
export function JoinBar({ site }: { site: string }) {
  const t = useTranslations("layout")
  return (
    <nav className="only-phone sticky-end flex gap-2" aria-label={t("join")}>
      <Link className="btn btn--line grow" href="/signin">
        {t("signIn")}
      </Link>
      <Link className="btn btn--primary grow" href="/signup">
        {t("joinSite", { site })}
      </Link>
    </nav>
  )
}
