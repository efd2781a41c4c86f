import { useFormatter, useTranslations } from "next-intl"
import { Avatar } from "@/components/ui/avatar"
import type { CaseView } from "@/core/moderation/moderation.schema"

/** Who said what about it: for moderators alone. */
export function CaseReports({ shown: { reports, takedowns } }: { shown: CaseView }) {
  const t = useTranslations("safety")
  const format = useFormatter()
  return (
    <ul className="stack">
      {reports.map(({ by, kind, text, at }) => (
        <li key={at + (by?.id ?? "")} className="row">
          {by && <Avatar person={by} size="xs" />}
          <span className="muted" dir="auto">
            <span className="faint">{by ? `@${by.handle}` : t("desk.anonymous")}</span> {t(`kinds.${kind}`)}
            {text && ` · “${text}”`}
          </span>
        </li>
      ))}
      {takedowns.map(({ id, name, email, right, text, at }) => (
        <li key={id} className="notice">
          <div className="stack stack--4 min-w-0 wrap-anywhere">
            <span className="med">{t("desk.notice", { name, email })}</span>
            <span className="faint xs">
              {t(`takedown.rights.${right as "copyright"}`)} ·{" "}
              {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
            </span>
            <span className="whitespace-pre-line" dir="auto">
              {text}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}
