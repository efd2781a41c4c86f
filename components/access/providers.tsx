import { getTranslations } from "next-intl/server"
import { type Provider, providerNames } from "@/core/identity/identity.schema"
import { ProviderButton } from "./provider-button"
import { ProviderMark } from "./provider-mark"

type Props = {
  providers: readonly Provider[]
  /** Where to go afterwards, with its language. */
  next: string
  /** Whether one may join by it: then the page asks whether one is old enough. */
  joining?: boolean
}

/** The other ways in, below a form; nothing where the site has none. */
export async function Providers({ providers, next, joining = false }: Props) {
  if (providers.length === 0) return null
  const t = await getTranslations("access")
  return (
    <div className="stack stack--12">
      <p className="or">{t("or")}</p>
      {providers.map((provider) => (
        <ProviderButton key={provider} provider={provider} next={next} joining={joining}>
          <ProviderMark provider={provider} />
          {t("continue", { provider: providerNames[provider] })}
        </ProviderButton>
      ))}
    </div>
  )
}
