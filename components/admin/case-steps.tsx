import { ChevronLeft, ChevronRight } from "lucide-react"
import { useTranslations } from "next-intl"
import type { CasePage, CaseView } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"
import type { Place } from "./case-href"
import { CaseKeys } from "./case-keys"
import { CaseTitle } from "./case-title"
import { stepsOf } from "./steps"

type Props = { current: string; shown?: CaseView; place: Place; page: CasePage }

/** The way to the cases beside it by keys, and where there is no room for the queue, which case it is and links. */
export function CaseSteps({ current, shown, place, page }: Props) {
  const t = useTranslations("safety.desk")
  const { number, of, previous, next } = stepsOf(page, place, current)
  const item = page.items.find(({ target }) => target === current) ?? shown
  const step = (href: string | undefined, label: string, icon: React.ReactNode) =>
    href ? (
      <Link className="icon" href={href} aria-label={label}>
        {icon}
      </Link>
    ) : (
      <span className="icon" aria-hidden="true" />
    )
  return (
    <div className="only-phone row spread">
      <CaseKeys previous={previous} next={next} />
      {step(previous, t("previous"), <ChevronLeft className="i" aria-hidden="true" />)}
      <span className="muted num">
        {number > 0 && `${number} / ${of} · `}
        {item && <CaseTitle item={item} />}
      </span>
      {step(next, t("next"), <ChevronRight className="i" aria-hidden="true" />)}
    </div>
  )
}
