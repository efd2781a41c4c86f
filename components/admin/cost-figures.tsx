import { getFormatter, getTranslations } from "next-intl/server"
import type { CostView } from "@/core/cost/cost.schema"

/** The figures that one looks for: all of it, of a photo, of a person. */
export async function CostFigures({ view }: { view: CostView }) {
  const [t, format] = await Promise.all([getTranslations("admin.cost"), getFormatter()])
  const dollars = (amount: number | undefined, digits: number) =>
    amount === undefined
      ? "–"
      : format.number(amount, { style: "currency", currency: "USD", maximumFractionDigits: digits })
  const figures: [name: string, value: string, note: string][] = [
    [t("total"), dollars(view.total, 4), t("totalNote")],
    [t("perPhoto"), dollars(view.perPhoto?.making, 6), t("photos", { photos: view.photos })],
    [t("keeping"), dollars(view.perPhoto?.keeping, 6), t("keepingNote")],
    [t("perPerson"), dollars(view.perPerson, 6), t("people", { people: view.people })],
  ]
  return (
    <dl className="figures">
      {figures.map(([name, value, note]) => (
        <div key={name} className="panel panel__pad">
          <dt className="muted">{name}</dt>
          <dd className="figure num">{value}</dd>
          <dd className="faint xs">{note}</dd>
        </div>
      ))}
    </dl>
  )
}
