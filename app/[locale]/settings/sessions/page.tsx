import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { EndOthersButton } from "@/components/account/end-others-button"
import { NewDevice } from "@/components/account/new-device"
import { SessionRow } from "@/components/account/session-row"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { Session } from "@/core/session"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.sessions"))("title") })

/** The devices that are signed in, this one first. */
export default async function SessionsPage() {
  const { actor, me } = await memberAt("/settings/sessions")
  const t = await getTranslations("settings.sessions")
  const { items } = await Session.list(actor, {})
  const devices = items.toSorted((a, b) => Number(b.current) - Number(a.current))
  // A device that is new itself can vouch for none.
  const mayAsk = !devices[0]?.unfamiliar
  const strange = devices.filter(({ unfamiliar, current }) => unfamiliar && !current && mayAsk)
  return (
    <SettingsFrame site={site.name} viewer={me} part="sessions">
      <ClientMessages of={["settings", "api"]}>
        {strange.map((session) => (
          <NewDevice key={session.id} session={session} />
        ))}
        <ul className="list panel px-5 py-1" aria-label={t("list")}>
          {devices.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
        {devices.length > 1 ? <EndOthersButton /> : <p className="muted">{t("alone")}</p>}
      </ClientMessages>
    </SettingsFrame>
  )
}
