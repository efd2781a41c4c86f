import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { AuditEntries } from "@/components/admin/audit-entries"
import { Command } from "@/components/admin/command"
import { ExplainedItems } from "@/components/admin/explained-items"
import { ExplainedObjects } from "@/components/admin/explained-objects"
import { ExplainedSight } from "@/components/admin/explained-sight"
import { Problems } from "@/components/admin/problems"
import { Related } from "@/components/admin/related"
import { Admin } from "@/core/admin"
import { Link } from "@/i18n/navigation"
import { AdminPage, adminHere, adminMetadata } from "../../../admin-page"

export const generateMetadata = adminMetadata("explain")

/** Everything about one thing: what is wrong first. */
export default async function ExplanationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await adminHere()
  const { id } = await params
  const told = await orNotFound(Admin.explanation(actor, { id }))
  const [t, handles] = [await getTranslations("admin.explain"), await Admin.handlesIn(told.decisions)]
  return (
    <AdminPage part="explain">
      <Link className="muted" href="/admin/explain">
        ← {t("another")}
      </Link>
      <div className="stack stack--4">
        <h1 className="h-page wrap">
          {t(`kinds.${told.kind}`)} <span className="faint num">{told.id}</span>
        </h1>
        {/* Told in the words of the command line, whatever the language of the page. */}
        <p className="muted" lang="en">
          {told.summary}
        </p>
      </div>
      <Problems problems={told.problems} stage={site.stage} />
      {told.sight.length > 0 && <ExplainedSight sight={told.sight} />}
      <ExplainedObjects objects={told.objects} />
      <Related related={told.related} />
      {told.events.length > 0 && (
        <section className="stack">
          <h2 className="h-sec">{t("events")}</h2>
          <ul className="stack stack--4" lang="en">
            {told.events.map(({ at, what }) => (
              <li key={`${at} ${what}`} className="wrap">
                <span className="faint num">{at.slice(0, 19).replace("T", " ")}</span> {what}
              </li>
            ))}
          </ul>
        </section>
      )}
      {told.decisions.length > 0 && (
        <section className="stack stack--16">
          <h2 className="h-sec">{t("decisions")}</h2>
          <AuditEntries entries={told.decisions} handles={handles} />
        </section>
      )}
      <ExplainedItems items={told.items} />
      <div className="stack stack--4 lead">
        <p className="faint xs">{t("logs")}</p>
        <Command line={`explain ${told.id}`} stage={site.stage} />
      </div>
    </AdminPage>
  )
}
