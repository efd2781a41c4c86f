import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { ChangePasswordForm } from "@/components/account/change-password-form"
import { ResendMail } from "@/components/account/resend-mail"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.account"))("title") })

/** The e-mail address and the password. */
export default async function AccountSettingsPage() {
  const { me } = await memberAt("/settings/account")
  const t = await getTranslations("settings.account")
  return (
    <SettingsFrame site={site.name} viewer={me} part="account">
      <section className="stack">
        <h2 className="med">{t("email")}</h2>
        <p className="row row--wrap">
          <span className="base wrap-anywhere">{me.email}</span>
          <span className={me.emailVerified ? "badge badge--ok" : "badge badge--warn"}>
            {t(me.emailVerified ? "confirmed" : "unconfirmed")}
          </span>
        </p>
        {!me.emailVerified && (
          <>
            <p className="muted">{t("unconfirmedLead", { email: me.email })}</p>
            <ClientMessages of={["auth", "api"]}>
              <ResendMail email={me.email} />
            </ClientMessages>
          </>
        )}
      </section>
      <section className="stack stack--16 border-t border-line pt-6">
        <div className="stack stack--4">
          <h2 className="h-sec">{t("passwordTitle")}</h2>
          <p className="muted">{t("passwordLead")}</p>
        </div>
        <ClientMessages of={["settings", "auth", "api"]}>
          <ChangePasswordForm email={me.email} />
        </ClientMessages>
      </section>
    </SettingsFrame>
  )
}
