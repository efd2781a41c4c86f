import type { Metadata } from "next"
import { getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { ClientMessages } from "@/components/client-messages"
import { ReportForm } from "@/components/safety/report-form"
import { Report } from "@/core/report"
import { Link } from "@/i18n/navigation"
import { memberAt } from "../../member"
import { PageFrame } from "../../page-frame"

type Props = { params: Promise<{ target: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("safety.report")
  return { title: t("title"), robots: { index: false } }
}

/** Where a post, a comment or a person is reported: a page of its own, so that no other needs its script. */
export default async function ReportPage({ params }: Props) {
  const { target } = await params
  const { actor } = await memberAt(`/report/${target}`)
  const about = await orNotFound(Report.about(actor, { target }))
  const t = await getTranslations("safety.report")
  const what = { post: t("leadPost"), comment: t("leadComment"), user: t("leadUser") }[about.kind]
  return (
    <PageFrame className="page page--text">
      <div className="stack stack--24">
        <div className="stack stack--4">
          <h1 className="h-page">{t("title")}</h1>
          <p className="muted base">{t("lead", { name: about.owner.name })}</p>
        </div>
        {about.excerpt && (
          <blockquote className="quote" dir="auto">
            {about.excerpt}
          </blockquote>
        )}
        <ClientMessages of={["api", "safety"]}>
          <ReportForm target={target} what={what} />
        </ClientMessages>
        <p className="faint xs">
          {t("law")}{" "}
          <Link className="link" href="/takedown">
            {t("lawLink")}
          </Link>
        </p>
      </div>
    </PageFrame>
  )
}
