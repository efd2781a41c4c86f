import { useTranslations } from "next-intl"
import { Link } from "@/i18n/navigation"
import { Mark } from "./mark"
import { Wordmark } from "./wordmark"

/** The way home. */
export function Brand({ site }: { site: string }) {
  const t = useTranslations("layout")
  return (
    <Link className="top__brand" href="/" aria-label={t("home", { site })}>
      <Mark />
      <Wordmark name={site} />
    </Link>
  )
}
