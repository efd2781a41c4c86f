import { getFormatter, getTranslations } from "next-intl/server"
import type { CostView, Feature, Meter } from "@/core/cost/cost.schema"

/** Dollars by feature, the dearest first, with what most of it is for. */
export async function CostTable({ view }: { view: CostView }) {
  const [t, format] = await Promise.all([getTranslations("admin.cost"), getFormatter()])
  const rows = (Object.entries(view.bill) as [Feature, NonNullable<CostView["bill"][Feature]>][]).sort(
    ([, a], [, b]) => b.total - a.total,
  )
  if (rows.length === 0) return null
  const dollars = (amount: number) =>
    format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: 6 })
  const dearest = (meters: Partial<Record<Meter, number>>) =>
    (Object.entries(meters) as [Meter, number][])
      .sort(([, a], [, b]) => b - a)
      .slice(0, 2)
      .map(([meter]) => t(`meters.${meter}`))
      .join(t("comma"))
  return (
    <div className="panel">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("feature")}</th>
            <th scope="col">{t("mostly")}</th>
            <th scope="col" className="r">
              {t("share")}
            </th>
            <th scope="col" className="r">
              {t("dollars")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([feature, { total, meters }]) => (
            <tr key={feature}>
              <th scope="row" className="med">
                {t(`features.${feature}`)}
              </th>
              <td className="muted">{dearest(meters)}</td>
              <td className="r">
                {format.number(view.total > 0 ? total / view.total : 0, { style: "percent" })}
              </td>
              <td className="r">{dollars(total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
