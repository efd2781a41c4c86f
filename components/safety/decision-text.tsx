import { useFormatter, useTranslations } from "next-intl"
import type { DecisionView } from "@/core/moderation/moderation.schema"
import { Link } from "@/i18n/navigation"
import { kindOf } from "./kind-of"

/** What was decided, by which rule, and why, in the moderator's own words. */
export function DecisionText({ decision }: { decision: DecisionView }) {
  const t = useTranslations("safety")
  const format = useFormatter()
  const { act, rule, reason, at, postId, undone, notice, own } = decision
  return (
    <>
      <div className="stack stack--4">
        <p className="faint">{t(`decision.${own ? "about" : "aboutOther"}.${kindOf(decision.target)}`)}</p>
        <h1 className="h-page">{t(`done.${act}`)}</h1>
        <p className="faint xs">
          {t("decision.when", { date: format.dateTime(new Date(at), { dateStyle: "long" }) })}
        </p>
      </div>
      <p className={`notice ${undone ? "notice--ok" : "notice--warn"}`}>
        {t(undone ? "decision.undone" : "decision.standing")}
      </p>
      <dl className="stack stack--16">
        <div>
          <dt className="faint xs">{t("decision.rule")}</dt>
          <dd className="base">{t(`rules.${rule}`)}</dd>
        </div>
        <div>
          <dt className="faint xs">{t("decision.reason")}</dt>
          <dd className="base whitespace-pre-line" dir="auto">
            {reason}
          </dd>
        </div>
        {notice && (
          <div>
            <dt className="faint xs">{t("decision.notice")}</dt>
            <dd className="base whitespace-pre-line" dir="auto">
              {notice}
            </dd>
          </div>
        )}
      </dl>
      {postId && (
        <div>
          <Link className="btn btn--line btn--sm" href={`/p/${postId}`}>
            {t("decision.look")}
          </Link>
        </div>
      )}
    </>
  )
}
