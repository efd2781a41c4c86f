import { getTranslations } from "next-intl/server"
import { orNotFound, orNothing } from "@/app/_server/page"
import { CaseList } from "@/components/admin/case-list"
import { CaseOf } from "@/components/admin/case-of"
import { CaseSteps } from "@/components/admin/case-steps"
import { CaseTabs } from "@/components/admin/case-tabs"
import { Moderation } from "@/core/moderation"
import { Queue } from "@/core/moderation/moderation.schema"
import { AdminPage, adminMetadata, moderatorHere } from "../../admin-page"

export const generateMetadata = adminMetadata("reports")

type Asked = Record<"queue" | "case" | "cursor", string | string[] | undefined>
type Props = { searchParams: Promise<Asked> }

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined)

/** What waits for a moderator: the queue on the left, and one case large. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await moderatorHere()
  const asked = await searchParams
  const queue = Queue.catch("open").parse(one(asked.queue))
  const cursor = one(asked.cursor)
  const place = { queue, cursor }
  const page = await orNotFound(Moderation.queue(actor, { queue, limit: 24, ...(cursor ? { cursor } : {}) }))
  const { items, waiting } = page
  const id = one(asked.case) ?? items[0]?.target
  const [shown, t] = await Promise.all([
    id ? orNothing(Moderation.caseOf(actor, { id })) : undefined,
    getTranslations("safety.desk"),
  ])
  return (
    <AdminPage part="reports">
      <div className="stack stack--4">
        <h1 className="h-page">
          {t("title")} <span className="faint num">{waiting.open}</span>
        </h1>
        <CaseTabs queue={queue} waiting={waiting} />
      </div>
      {id ? (
        <div className="rep">
          <CaseList page={page} place={place} current={id} />
          {shown ? (
            <CaseOf shown={shown} place={place} page={page} admin={actor.role === "admin"} />
          ) : (
            <div className="rep__case stack stack--16">
              <CaseSteps current={id} place={place} page={page} />
              <p className="notice">{t("gone")}</p>
            </div>
          )}
        </div>
      ) : (
        <p className="notice notice--ok">
          {t({ open: "none", appeals: "noneAppeals", decided: "noneDecided" }[queue])}
        </p>
      )}
    </AdminPage>
  )
}
