import { getFormatter, getTranslations } from "next-intl/server"
import type { CostView } from "@/core/cost/cost.schema"
import type { ReleaseView } from "@/core/release/release.schema"
import { Link } from "@/i18n/navigation"
import { Command } from "./command"

type Props = {
  stage: string
  deadLetters: readonly (readonly [name: string, count: number])[]
  release?: ReleaseView
  today: CostView
}

/** What else is looked at in passing: dead letters, the last release, what today cost, and where alarms are. */
export async function OverviewPanels({ stage, deadLetters, release, today }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.health"), getFormatter()])
  const sum = deadLetters.reduce((all, [, count]) => all + count, 0)
  return (
    <>
      <section className="panel panel__pad stack stack--16">
        <div className="row spread">
          <h2 className="h-sec">{t("deadLetters")}</h2>
          <span className="faint num">{sum}</span>
        </div>
        {sum === 0 && <p className="muted">{t("noDeadLetters")}</p>}
        {deadLetters.map(([name, count]) => (
          <div key={name} className="row spread">
            <span className="med">{name}</span>
            <span className="row">
              <span className="num muted">{count}</span>
              <Link
                className="btn btn--line btn--sm"
                href="/admin/dead-letters"
                aria-label={`${t("show")}: ${name}`}
              >
                {t("show")}
              </Link>
            </span>
          </div>
        ))}
      </section>
      <section className="panel panel__pad stack stack--16">
        <h2 className="h-sec">{t("release")}</h2>
        {release ? (
          <div className="stack stack--4">
            <div className="row spread">
              <span className="med num wrap">{release.tag}</span>
              <span className={`badge badge--${release.outcome === "good" ? "ok" : "danger"}`}>
                {t(`outcomes.${release.outcome}`)}
              </span>
            </div>
            <p className="faint xs">
              {format.dateTime(new Date(release.at), { dateStyle: "medium", timeStyle: "short" })}
            </p>
            <Command line="rollback" stage={stage} />
          </div>
        ) : (
          <p className="muted">{t("noRelease")}</p>
        )}
        <div className="stack stack--4">
          <h3 className="med">{t("alarms")}</h3>
          <p className="muted">{t("alarmsText")}</p>
          <Command line="alarms list" stage={stage} />
        </div>
      </section>
      <section className="panel panel__pad stack stack--16">
        <div className="row spread">
          <h2 className="h-sec">{t("cost")}</h2>
          <Link className="btn btn--line btn--sm" href="/admin/cost">
            {t("more")}
          </Link>
        </div>
        <div>
          <div className="figure num">
            {format.number(today.total, { style: "currency", currency: "USD", maximumFractionDigits: 4 })}
          </div>
          <p className="faint xs">{t("today")}</p>
        </div>
      </section>
    </>
  )
}
