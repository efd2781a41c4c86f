import { getFormatter, getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { Command } from "@/components/admin/command"
import { CostFigures } from "@/components/admin/cost-figures"
import { CostTable } from "@/components/admin/cost-table"
import { PriceTable } from "@/components/admin/price-table"
import { Admin } from "@/core/admin"
import { Link } from "@/i18n/navigation"
import { AdminPage, adminHere, adminMetadata } from "../../admin-page"

export const generateMetadata = adminMetadata("cost")

const periods = [1, 7, 30, 90]

type Props = { searchParams: Promise<{ days?: string }> }

/** What the stage costs: for each photo and each person who was there, by feature, and by which prices. */
export default async function CostPage({ searchParams }: Props) {
  const actor = await adminHere()
  const { days } = await searchParams
  const [view, t, format] = [
    await orNotFound(Admin.cost(actor, days ? { days } : {})),
    await getTranslations("admin.cost"),
    await getFormatter(),
  ]
  const wanted = Number(days ?? 30)
  return (
    <AdminPage part="cost">
      <div className="row spread row--wrap">
        <div>
          <h1 className="h-page">{t("title")}</h1>
          <p className="faint xs num">
            {t("metered", { since: view.since, until: view.until, days: view.days })}
          </p>
        </div>
        <nav className="tabs" aria-label={t("period")}>
          {periods.map((period) => (
            <Link
              key={period}
              href={{ pathname: "/admin/cost", query: { days: String(period) } }}
              aria-current={period === wanted ? "page" : undefined}
            >
              {t("days", { days: period })}
            </Link>
          ))}
        </nav>
      </div>
      {view.days === 0 && <p className="notice">{t("nothing")}</p>}
      <CostFigures view={view} />
      <CostTable view={view} />
      <PriceTable region={view.region} prices={Admin.pricesOf(view.region)} />
      <p className="hint">
        {t("prices", {
          asOf: format.dateTime(new Date(view.prices.asOf), { dateStyle: "long" }),
          source: view.prices.source,
        })}
      </p>
      <div className="stack stack--4 lead">
        <p className="faint xs">{t("command")}</p>
        <Command line={`cost --since ${wanted}d`} stage={site.stage} />
      </div>
    </AdminPage>
  )
}
