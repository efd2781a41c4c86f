import { useTranslations } from "next-intl"
import { Blank } from "@/components/ui/blank"
import { Frame } from "@/components/ui/frame"
import { Link } from "@/i18n/navigation"
import { FreshNotice } from "./fresh-notice"

/** The page of somebody who has not been told anything yet. */
export function NoNotifications() {
  const t = useTranslations("notifications")
  return (
    <>
      <FreshNotice isSeen />
      <h1 className="vh">{t("title")}</h1>
      <Blank frame={<Frame />} heading={t("empty.title")} text={t("empty.text")}>
        <Link className="btn btn--primary" href="/upload">
          {t("empty.post")}
        </Link>
        <Link className="btn btn--line" href="/explore">
          {t("empty.explore")}
        </Link>
      </Blank>
    </>
  )
}
