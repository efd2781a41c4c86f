import { useTranslations } from "next-intl"
import { Mark } from "@/components/layout/mark"

/** The end of a feed: a line, so that nobody waits for more. */
export function CaughtUp() {
  const t = useTranslations("explore")
  return (
    <div className="caughtup">
      <Mark />
      <p className="med base text-ink">{t("end")}</p>
      <p>{t("endText")}</p>
    </div>
  )
}
