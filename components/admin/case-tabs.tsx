import { useTranslations } from "next-intl"
import type { CasePage, Queue } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"

type Props = { queue: Queue; waiting: CasePage["waiting"] }

/** What waits for a decision, for an answer, and what was decided. */
export function CaseTabs({ queue, waiting }: Props) {
  const t = useTranslations("safety.desk")
  const counts: Record<Queue, number | undefined> = { ...waiting, decided: undefined }
  return (
    <nav className="tabs" aria-label={t("tabs")}>
      {(["open", "appeals", "decided"] as const).map((one) => (
        <Link
          key={one}
          href={one === "open" ? "/admin/reports" : `/admin/reports?queue=${one}`}
          aria-current={one === queue ? "page" : undefined}
        >
          {t(one)} {counts[one] ? <span className="faint num">{counts[one]}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
