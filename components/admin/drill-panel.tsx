import { getFormatter, getTranslations } from "next-intl/server"
import type { DrillKind, DrillView } from "@/core/drill/drill.schema"

type Props = { drills: readonly [kind: DrillKind, last: { proved?: DrillView; tried?: DrillView }][] }

/** When each drill was last proved; a proof that is missing, or failed since, says so. */
export async function DrillPanel({ drills }: Props) {
  const [t, format] = await Promise.all([getTranslations("admin.health"), getFormatter()])
  const date = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" })
  return (
    <section className="panel panel__pad stack stack--16">
      <h2 className="h-sec">{t("drills")}</h2>
      {drills.map(([kind, { proved, tried }]) => (
        <div key={kind} className="row spread">
          <div>
            <div className="med">{t(`drillKinds.${kind}`)}</div>
            <div className="faint xs">
              {proved ? t("provedOn", { when: date(proved.at) }) : t("neverProved")}
            </div>
          </div>
          {tried && !tried.ok ? (
            <span className="badge badge--danger">{t("failed")}</span>
          ) : proved ? (
            <span className="badge badge--ok">{t("proved")}</span>
          ) : (
            <span className="badge badge--warn">{t("missing")}</span>
          )}
        </div>
      ))}
    </section>
  )
}
