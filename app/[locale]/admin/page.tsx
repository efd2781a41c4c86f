import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { DrillPanel } from "@/components/admin/drill-panel"
import { Journeys } from "@/components/admin/journeys"
import { OverviewPanels } from "@/components/admin/overview-panels"
import { Troubles } from "@/components/admin/troubles"
import { Admin } from "@/core/admin"
import { AdminPage, adminHere, adminMetadata } from "../admin-page"

export const generateMetadata = adminMetadata("health")

/** How the stage is, by journey: what burns first. */
export default async function HealthPage() {
  const actor = await adminHere()
  const { status, mode, drills, ...others } = await Admin.overview(actor, {})
  const t = await getTranslations("admin.health")
  const at = status.updatedAt.slice(0, 19).replace("T", " ")
  return (
    <AdminPage part="health">
      <div className="row spread row--wrap">
        <div>
          <h1 className="h-page">{t("title")}</h1>
          <p className="faint xs num">{t("updated", { at })}</p>
        </div>
        <span className={`badge ${mode.mode === "normal" ? "" : "badge--warn"}`}>
          {t("mode", { mode: t(`modes.${mode.mode}`) })}
        </span>
      </div>
      <Troubles status={status} stage={site.stage} />
      <Journeys journeys={status.journeys} />
      <div className="panels">
        <OverviewPanels stage={site.stage} {...others} />
        <DrillPanel drills={drills} />
      </div>
    </AdminPage>
  )
}
