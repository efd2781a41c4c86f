import { Bell as Icon } from "lucide-react"
import { useTranslations } from "next-intl"
import { UnreadDot } from "./unread-dot"

/** The bell of the navigation, inside the link to the notifications and beside its words. */
export function Bell({ large = false }: { large?: boolean }) {
  const t = useTranslations("notifications.bell")
  const count = "{count}"
  return (
    <span className="bell">
      <Icon className={large ? "i i--lg" : "i"} aria-hidden="true" />
      <UnreadDot words={{ some: t("some", { count }), many: t("many", { count }) }} />
    </span>
  )
}
