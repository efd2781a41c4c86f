import { useLocale, useNow, useTranslations } from "next-intl"
import { timeAgo } from "@/components/ui/time-ago"
import type { CasePage } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"
import { caseHref, type Place } from "./case-href"
import { CaseThumb } from "./case-thumb"
import { CaseTitle } from "./case-title"

type Props = { page: CasePage; place: Place; current: string }

/** The queue. Those that are ticked are decided together with the one that is open. */
export function CaseList({ page: { items, nextCursor }, place, current }: Props) {
  const { queue } = place
  const t = useTranslations("safety.desk")
  const locale = useLocale() === "ja" ? "ja" : "en"
  const now = useNow().getTime()
  return (
    <div className="rep__list stack">
      <ul className="list">
        {items.map((item) => (
          <li
            key={item.decision?.id ?? item.target}
            className={item.target === current ? "rep__here" : undefined}
          >
            {queue === "open" && (
              <label className="rep__tick">
                <input
                  type="checkbox"
                  name="also"
                  value={item.target}
                  form="decide"
                  aria-label={t("select")}
                  defaultChecked={false}
                />
              </label>
            )}
            <CaseThumb item={item} />
            <div className="grow">
              <Link
                className="med cut rep__go"
                href={caseHref(place, item.target)}
                aria-current={item.target === current ? "true" : undefined}
              >
                <CaseTitle item={item} />
              </Link>
              <div className="faint xs">
                {queue === "open" && `${t("people", { count: item.count })} · `}
                {timeAgo(item.openedAt, now, locale)}
              </div>
            </div>
            {queue === "open" && Date.parse(item.dueAt) < now && (
              <span className="badge badge--warn">{t("overdue")}</span>
            )}
          </li>
        ))}
      </ul>
      {nextCursor && (
        <Link className="btn btn--line btn--sm" href={caseHref({ queue, cursor: nextCursor })}>
          {t("more")}
        </Link>
      )}
    </div>
  )
}
