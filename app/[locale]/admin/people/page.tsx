import { getTranslations } from "next-intl/server"
import { AuditEntries } from "@/components/admin/audit-entries"
import { FindForm } from "@/components/admin/find-form"
import { ClientMessages } from "@/components/client-messages"
import { Admin } from "@/core/admin"
import { AdminPage, adminHere, adminMetadata } from "../../admin-page"

export const generateMetadata = adminMetadata("people")

/** Where somebody is found, and what was decided about people lately. */
export default async function PeoplePage() {
  const actor = await adminHere()
  const t = await getTranslations("admin.people")
  const { items } = await Admin.audit(actor, { what: "user", limit: 10 })
  const handles = await Admin.handlesIn(items)
  return (
    <AdminPage part="people">
      <div className="stack stack--4">
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted lead">{t("lead")}</p>
      </div>
      <ClientMessages of={["api"]}>
        <FindForm what="person" words={{ who: t("who"), hint: t("hint"), find: t("find") }} />
      </ClientMessages>
      <section className="stack stack--16">
        <h2 className="h-sec">{t("recent")}</h2>
        {items.length > 0 ? (
          <AuditEntries entries={items} handles={handles} />
        ) : (
          <p className="muted">{t("noneRecent")}</p>
        )}
      </section>
    </AdminPage>
  )
}
