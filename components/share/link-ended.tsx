import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"

/** A link that was one, for whoever still has it. */
export function LinkEnded() {
  const t = useTranslations("share.ended")
  return (
    <Blank whole frame={<Frame />} heading={t("heading")} text={t("text")}>
      <Link className="btn btn--primary" href="/explore">
        {t("act")}
      </Link>
    </Blank>
  )
}
