import { getFormatter, getLocale, getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { ExportPanel } from "@/components/data/export-panel"
import { ImportPanel } from "@/components/data/import-panel"
import { KeepAccount } from "@/components/data/keep-account"
import { LeavePart } from "@/components/data/leave-part"
import { Export } from "@/core/export"
import { Identity } from "@/core/identity"
import { Import } from "@/core/import"
import { getPathname } from "@/i18n/navigation"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.data"))("title") })

/** What one made here, to take along, and what one made elsewhere, to bring along. */
export default async function DataPage() {
  const { actor, me } = await memberAt("/settings/data")
  const [t, ti, leave, format, locale, { items }, imports, { password }] = await Promise.all([
    getTranslations("data.export"),
    getTranslations("data.import"),
    getTranslations("data.leave"),
    getFormatter(),
    getLocale(),
    Export.list(actor, {}),
    Import.list(actor, {}),
    Identity.list(actor, {}),
  ])
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "long", timeZone: "UTC" })
  const home = getPathname({ href: "/", locale })
  return (
    <SettingsFrame site={site.name} viewer={me} part="data">
      <ClientMessages of={["data", "api", "upload"]}>
        <section className="stack stack--16">
          <h2 className="h-sec">{t("title")}</h2>
          <p className="muted">{t("lead")}</p>
          <ExportPanel initial={items} />
          <details>
            <summary className="med">{t("what")}</summary>
            <p className="muted pt-2">{t("inIt")}</p>
            <p className="muted pt-2">{t("notInIt")}</p>
          </details>
        </section>
        <section className="stack stack--16 border-t border-line pt-6">
          <h2 className="h-sec">{ti("title")}</h2>
          <p className="muted">{ti("lead")}</p>
          <ImportPanel initial={imports.items} />
        </section>
      </ClientMessages>
      <section id="leave" className="stack stack--16 border-t border-line pt-6">
        <h2 className="h-sec">{leave(me.leavingAt ? "waitingTitle" : "title")}</h2>
        <ClientMessages of={["data", "auth", "security", "api"]}>
          {me.leavingAt ? (
            <>
              <p className="muted">{leave("waiting", { date: day(me.leavingAt) })}</p>
              <KeepAccount />
            </>
          ) : (
            <>
              <p className="muted">{leave("lead")}</p>
              <LeavePart days={site.graceDays} posts={me.counts.posts} password={password} home={home} />
            </>
          )}
        </ClientMessages>
      </section>
    </SettingsFrame>
  )
}
