import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { Command } from "@/components/admin/command"
import { FindForm } from "@/components/admin/find-form"
import { ClientMessages } from "@/components/client-messages"
import { AdminPage, adminHere, adminMetadata } from "../../admin-page"

export const generateMetadata = adminMetadata("explain")

/** Where somebody pastes what they are asked about. */
export default async function ExplainPage() {
  await adminHere()
  const t = await getTranslations("admin.explain")
  return (
    <AdminPage part="explain">
      <div className="stack stack--4">
        <h1 className="h-page">{t("title")}</h1>
        <p className="muted lead">{t("lead")}</p>
      </div>
      <ClientMessages of={["api"]}>
        <FindForm
          what="anything"
          maxLength={4000}
          words={{ who: t("what"), hint: t("hint"), find: t("find") }}
        />
      </ClientMessages>
      <div className="stack stack--4 lead">
        <p className="faint xs">{t("logs")}</p>
        <Command line="explain 3f0c6a52-6f5c-4c0e-9a55-0d1a0f6a2b11" stage={site.stage} />
      </div>
    </AdminPage>
  )
}
