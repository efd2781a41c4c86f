import { getLocale, getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { Providers } from "@/components/access/providers"
import { Refused } from "@/components/access/refused"
import { safeNext } from "@/components/account/safe-next"
import { SignInForm } from "@/components/account/sign-in-form"
import { ClientMessages } from "@/components/client-messages"
import { Identity } from "@/core/identity"
import { getPathname, Link } from "@/i18n/navigation"
import { accountMetadata } from "../account-metadata"
import { AccountPage } from "../account-page"
import { visitorOnly } from "../visitor"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = () => accountMetadata("signin")

/** Signing in, and on to `?next=`. */
export default async function SignInPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("auth.signin")])
  const next = safeNext(query.next)
  const target = next ?? getPathname({ href: "/", locale })
  await visitorOnly(target)
  return (
    <AccountPage>
      <h1 className="h-page">{t("heading")}</h1>
      {query.changed !== undefined && <p className="notice notice--ok">{t("changed")}</p>}
      <Refused error={query.error} />
      <ClientMessages of={["auth", "api"]}>
        <SignInForm next={target} second={query.step === "code"} />
        <Providers providers={Identity.configured()} next={target} />
      </ClientMessages>
      <p className="muted">
        <Link href="/forgot">{t("forgot")}</Link>
      </p>
      <p className="muted">
        {t("new")}{" "}
        <Link href={{ pathname: "/signup", query: next && { next } }}>
          {t("signup", { site: site.name })}
        </Link>
      </p>
    </AccountPage>
  )
}
