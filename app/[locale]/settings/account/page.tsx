import { getLocale, getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { LinkedAccounts } from "@/components/access/linked-accounts"
import { PasswordPart } from "@/components/access/password-part"
import { Refused } from "@/components/access/refused"
import { ResendMail } from "@/components/account/resend-mail"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { PasskeysPart } from "@/components/security/passkeys-part"
import { TwoFactorPart } from "@/components/security/two-factor-part"
import { Identity } from "@/core/identity"
import { Passkey } from "@/core/passkey"
import { SecondFactor } from "@/core/second-factor"
import { getPathname } from "@/i18n/navigation"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("settings.account"))("title") })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The e-mail address, linked accounts, the password, the second step and passkeys. */
export default async function AccountSettingsPage({ searchParams }: Props) {
  const { actor, me } = await memberAt("/settings/account")
  const [query, locale, t, linked] = await Promise.all([
    searchParams,
    getLocale(),
    getTranslations("settings.account"),
    getTranslations("access.linked"),
  ])
  const [{ items, password }, twoFactor, passkeys] = await Promise.all([
    Identity.list(actor, {}),
    SecondFactor.get(actor, {}),
    Passkey.list(actor, {}),
  ])
  const here = getPathname({ href: "/settings/account", locale })
  return (
    <SettingsFrame site={site.name} viewer={me} part="account">
      <Refused error={query.error} />
      {query.linked !== undefined && <p className="notice notice--ok">{linked("done")}</p>}
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
      <ClientMessages of={["access", "settings", "auth", "api"]}>
        {items.length > 0 && <LinkedAccounts accounts={items} here={here} />}
        <PasswordPart email={me.email} password={password} />
      </ClientMessages>
      <ClientMessages of={["security", "auth", "api"]}>
        <TwoFactorPart state={twoFactor} />
        <PasskeysPart passkeys={passkeys.items} />
      </ClientMessages>
    </SettingsFrame>
  )
}
