import { getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { TokenForm } from "@/components/access/token-form"
import { TokenList } from "@/components/access/token-list"
import { SettingsFrame } from "@/components/account/settings-frame"
import { ClientMessages } from "@/components/client-messages"
import { AccessToken } from "@/core/access-token"
import { memberAt } from "../../member"

export const generateMetadata = async () => ({ title: (await getTranslations("access.tokens"))("title") })

/** Tokens for programs: the ones there are, and a new one. */
export default async function TokensPage() {
  const { actor, me } = await memberAt("/settings/tokens")
  const [t, { items }] = await Promise.all([getTranslations("access.tokens"), AccessToken.list(actor, {})])
  return (
    <SettingsFrame site={site.name} viewer={me} part="tokens">
      <ClientMessages of={["access", "auth", "api"]}>
        <section className="stack stack--16">
          <h2 className="h-sec">{t("yours")}</h2>
          <TokenList tokens={items} />
        </section>
        <section className="stack stack--16 border-t border-line pt-6">
          <h2 className="h-sec">{t("create")}</h2>
          <TokenForm />
          <p className="muted">{t("limits")}</p>
          <p className="muted">
            {t.rich("docs", {
              link: (words) => (
                <a className="link" href="/api/docs">
                  {words}
                </a>
              ),
            })}
          </p>
        </section>
      </ClientMessages>
    </SettingsFrame>
  )
}
