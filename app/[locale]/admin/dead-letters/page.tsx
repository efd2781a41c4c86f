import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { Command } from "@/components/admin/command"
import { LetterCounts } from "@/components/admin/letter-counts"
import { LetterList } from "@/components/admin/letter-list"
import { Admin } from "@/core/admin"
import { AdminPage, adminHere, adminMetadata } from "../../admin-page"

export const generateMetadata = adminMetadata("deadLetters")

/** What functions refused to the end: how much of it there is, and each. */
export default async function DeadLettersPage() {
  const actor = await adminHere()
  const t = await getTranslations("admin.deadLetters")
  const { counts, letters } = await Admin.letters(actor, {})
  return (
    <AdminPage part="deadLetters">
      <div className="stack stack--4">
        <h1 className="h-page">
          {t("title")} <span className="faint num">{letters.length}</span>
        </h1>
        <p className="muted lead">{t("lead")}</p>
      </div>
      <LetterCounts counts={counts} />
      {letters.length > 0 ? (
        <LetterList letters={letters} />
      ) : (
        <p className="notice notice--ok">{t("none")}</p>
      )}
      <div className="stack stack--4 lead">
        <p className="faint xs">{t("all")}</p>
        <Command line="dlq redrive --all" stage={site.stage} />
      </div>
    </AdminPage>
  )
}
