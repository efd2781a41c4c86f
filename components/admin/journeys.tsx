import { getFormatter, getTranslations } from "next-intl/server"
import type { JourneyStatus } from "@/core/status/status.schema"
import { DayStrip } from "./day-strip"
import { keyOf, took } from "./journey-key"

const looks = { working: "badge--ok", unknown: "", slow: "badge--warn", down: "badge--danger" }

/** How each journey goes: five rows, what people come for and not servers. */
export async function Journeys({ journeys }: { journeys: readonly JourneyStatus[] }) {
  const [t, format] = await Promise.all([getTranslations("admin.health"), getFormatter()])
  const rows = journeys.map(({ name, state, last, uptime, days }) => ({
    name,
    label: t(`journeys.${keyOf(name)}`),
    badge: <span className={`badge ${looks[state]}`}>{t(`states.${state}`)}</span>,
    worked:
      uptime === undefined
        ? "–"
        : format.number(uptime / 100, { style: "percent", maximumFractionDigits: 2 }),
    took: last && last.result !== "skipped" ? took(t, last.milliseconds) : "–",
    tried: last ? last.at.slice(11, 16) : "–",
    strip: <DayStrip days={days} label={t("history")} />,
  }))
  return (
    <>
      <div className="panel only-desk">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("journey")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col" className="r">
                {t("worked")}
              </th>
              <th scope="col" className="r">
                {t("took")}
              </th>
              <th scope="col">{t("history")}</th>
              <th scope="col" className="r">
                {t("tried")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" className="med">
                  {row.label}
                </th>
                <td>{row.badge}</td>
                <td className="r">{row.worked}</td>
                <td className="r">{row.took}</td>
                <td>{row.strip}</td>
                <td className="r">{row.tried}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="list only-phone">
        {rows.map((row) => (
          <li key={row.name}>
            <div className="grow">
              <div className="row">
                <span className="med">{row.label}</span>
                {row.badge}
              </div>
              <div className="faint xs num">
                {row.worked} · {row.took}
              </div>
            </div>
            {row.strip}
          </li>
        ))}
      </ul>
    </>
  )
}
