import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { DigestSwitch } from "@/components/notification/digest-switch"
import { KindSwitches } from "@/components/notification/kind-switches"
import { Part } from "@/components/privacy/part"
import { Notification } from "@/core/notification"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({
  title: (await getTranslations("settings.notifications"))("title"),
})

/** What one is told of, on the site and by mail. */
export default async function NotificationSettingsPage() {
  const { actor, me } = await memberAt("/settings/notifications")
  const [t, { kinds, digest }] = await Promise.all([
    getTranslations("settings.notifications"),
    Notification.settings(actor, {}),
  ])
  return (
    <SettingsFrame site={site.name} viewer={me} part="notifications">
      <ClientMessages of={["settings", "api"]}>
        <Part id="kinds" title={t("kindsTitle")} lead={t("kindsLead")}>
          <KindSwitches kinds={kinds} />
        </Part>
        <Part id="digest" title={t("digestTitle")} lead={t("digestLead")}>
          <DigestSwitch digest={digest} />
          {!me.emailVerified && <p className="faint">{t("unconfirmed", { email: me.email })}</p>}
        </Part>
      </ClientMessages>
    </SettingsFrame>
  )
}
