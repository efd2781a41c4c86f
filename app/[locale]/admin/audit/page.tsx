import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { AuditEntries } from "@/components/admin/audit-entries"
import { AuditFilter } from "@/components/admin/audit-filter"
import { Admin } from "@/core/admin"
import { Link } from "@/i18n/navigation"
import { AdminPage, adminHere, adminMetadata } from "../../admin-page"

export const generateMetadata = adminMetadata("audit")

type Props = { searchParams: Promise<Partial<Record<"day" | "what" | "userId" | "cursor", string>>> }

/** What was done by those who run the site, filtered and a page at a time. */
export default async function AuditPage({ searchParams }: Props) {
  const actor = await adminHere()
  const { day, what, userId, cursor } = await searchParams
  const filter = { ...(day && { day }), ...(what && { what }), ...(userId && { userId }) }
  const t = await getTranslations("admin.audit")
  const { items, nextCursor } = await orNotFound(Admin.audit(actor, { ...filter, ...(cursor && { cursor }) }))
  const handles = await Admin.handlesIn(items)
  return (
    <AdminPage part="audit">
      <div className="stack stack--4">
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted lead">{t("lead")}</p>
      </div>
      <AuditFilter filter={filter} />
      {items.length > 0 ? (
        <AuditEntries entries={items} handles={handles} />
      ) : (
        <p className="muted">{nextCursor ? t("emptyYet") : t("empty")}</p>
      )}
      <nav className="row row--wrap" aria-label={t("title")}>
        {nextCursor && (
          <Link
            className="btn btn--line"
            href={{ pathname: "/admin/audit", query: { ...filter, cursor: nextCursor } }}
          >
            {t("older")}
          </Link>
        )}
        {cursor && (
          <Link className="btn btn--quiet" href={{ pathname: "/admin/audit", query: filter }}>
            {t("newest")}
          </Link>
        )}
      </nav>
    </AdminPage>
  )
}
