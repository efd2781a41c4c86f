import { useTranslations } from "next-intl"
import { useLinkName } from "@/components/share/use-link-name"
import type { LinkView } from "@/core/share/share.schema"

/** Through which link one looks as a guest, and what it keeps from guests. */
export function LookGuest({ link }: { link: LinkView }) {
  const t = useTranslations("viewing")
  const share = useTranslations("share")
  const facts = [
    ...(link.ended ? [share("over")] : []),
    ...(link.noDownload ? [share("noDownloads")] : []),
    ...(link.noCamera ? [share("noCamera")] : []),
  ]
  return (
    <>
      <b>{t("as.guest", { name: useLinkName()(link) })}</b> {link.hasPassword && !link.ended && t("password")}{" "}
      {t("inert")}
      {facts.length > 0 && <span className="muted block">{facts.join(" · ")}</span>}
    </>
  )
}
