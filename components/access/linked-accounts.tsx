import { getTranslations } from "next-intl/server"
import { type AccountsView, providerNames } from "@/core/identity/identity.schema"
import { LinkButton } from "./link-button"
import { ProviderMark } from "./provider-mark"
import { UnlinkButton } from "./unlink-button"

type Props = { accounts: AccountsView["items"]; here: string }

/** The providers, and which of them one can sign in with. @param here this page, to come back to */
export async function LinkedAccounts({ accounts, here }: Props) {
  const t = await getTranslations("access.linked")
  return (
    <section className="stack stack--16 border-t border-line pt-6">
      <div className="stack stack--4">
        <h2 className="h-sec">{t("title")}</h2>
        <p className="muted">{t("lead")}</p>
      </div>
      <ul className="list panel px-5 py-1" aria-label={t("title")}>
        {accounts.map(({ provider, linked }) => (
          <li key={provider}>
            <ProviderMark provider={provider} />
            <div className="grow">
              <div className="med">{providerNames[provider]}</div>
              <div className="faint xs">{t(linked ? "yes" : "no")}</div>
            </div>
            {linked ? (
              <UnlinkButton provider={provider} />
            ) : (
              <LinkButton
                provider={provider}
                here={here}
                name={t("linkName", { provider: providerNames[provider] })}
              >
                {t("link")}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
