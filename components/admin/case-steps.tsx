import { ChevronLeft, ChevronRight } from "lucide-react"
import { useTranslations } from "next-intl"
import type { CaseSummary, CaseView, Queue } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"
import { caseHref } from "./case-href"
import { CaseTitle } from "./case-title"

type Props = { shown: CaseView; queue: Queue; items: readonly CaseSummary[] }

/** Where there is no room for the queue: which case it is, and the way to those beside it. */
export function CaseSteps({ shown, queue, items }: Props) {
  const t = useTranslations("safety.desk")
  const at = items.findIndex(({ target }) => target === shown.target)
  const step = (to: CaseSummary | undefined, label: string, icon: React.ReactNode) =>
    to ? (
      <Link className="icon" href={caseHref(queue, to.target)} aria-label={label}>
        {icon}
      </Link>
    ) : (
      <span className="icon" aria-hidden="true" />
    )
  return (
    <div className="only-phone row spread">
      {step(items[at - 1], t("previous"), <ChevronLeft className="i" aria-hidden="true" />)}
      <span className="muted num">
        {at + 1} / {items.length} · <CaseTitle item={items[at] ?? shown} />
      </span>
      {step(items[at + 1], t("next"), <ChevronRight className="i" aria-hidden="true" />)}
    </div>
  )
}
