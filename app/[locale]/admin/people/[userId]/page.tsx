import { getFormatter, getTranslations } from "next-intl/server"
import { orNotFound } from "@/app/_server/page"
import { site } from "@/app/_server/site"
import { AuditEntries } from "@/components/admin/audit-entries"
import { DecidePerson } from "@/components/admin/decide-person"
import { PersonFacts } from "@/components/admin/person-facts"
import { StateBadge } from "@/components/admin/state-badge"
import { Avatar } from "@/components/ui/avatar"
import { Admin } from "@/core/admin"
import { Link } from "@/i18n/navigation"
import { AdminPage, adminHere, adminMetadata } from "../../../admin-page"

export const generateMetadata = adminMetadata("people")

/** One account: how it stands, what may be decided, what was. */
export default async function PersonPage({ params }: { params: Promise<{ userId: string }> }) {
  const actor = await adminHere()
  const { userId } = await params
  const { person, account, audit } = await orNotFound(Admin.person(actor, { userId }))
  const [t, format, handles] = await Promise.all([
    getTranslations("admin.person"),
    getFormatter(),
    Admin.handlesIn(audit),
  ])
  const { suspendedAt, deactivatedAt, leavingAt, erasingAt, state, handle } = account
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" })
  return (
    <AdminPage part="people">
      <div className="row row--wrap gap-3">
        <Avatar person={person} size="lg" />
        <div className="grow">
          <h1 className="h-page cut">{account.name}</h1>
          <div className="row row--wrap faint">
            @{handle} <StateBadge state={state} />
          </div>
        </div>
        <Link className="btn btn--line btn--sm" href={`/admin/explain/${account.id}`}>
          {t("explain")}
        </Link>
        {state === "active" && (
          <Link className="btn btn--line btn--sm" href={`/u/${handle}`}>
            {t("profile")}
          </Link>
        )}
      </div>
      {suspendedAt && (
        <p className="notice notice--danger">{t("suspendedSince", { when: time(suspendedAt) })}</p>
      )}
      {erasingAt ? (
        <p className="notice notice--danger">{t("erasingSince", { when: time(erasingAt) })}</p>
      ) : leavingAt ? (
        <p className="notice notice--warn">{t("erasedAfter", { when: time(leavingAt) })}</p>
      ) : (
        deactivatedAt && (
          <p className="notice notice--warn">{t("awaySince", { when: time(deactivatedAt) })}</p>
        )
      )}
      {state === "hidden" && <p className="notice notice--warn">{t("unconfirmed")}</p>}
      <section className="panel panel__pad stack stack--16">
        <PersonFacts account={account} />
        <p className="faint xs wrap">
          {t("id")} {account.id}
        </p>
      </section>
      <DecidePerson account={account} stage={site.stage} own={actor.userId === account.id} />
      <section className="stack stack--16">
        <h2 className="h-sec">{t("audit")}</h2>
        {audit.length > 0 ? (
          <AuditEntries entries={audit} handles={handles} />
        ) : (
          <p className="muted">{t("noAudit")}</p>
        )}
      </section>
    </AdminPage>
  )
}
