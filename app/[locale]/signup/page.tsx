import { getLocale, getTranslations } from "next-intl/server"
import { site } from "@/app/_server/site"
import { Providers } from "@/components/access/providers"
import { Refused } from "@/components/access/refused"
import { Agreement } from "@/components/account/agreement"
import { safeNext } from "@/components/account/safe-next"
import { SignUpForm } from "@/components/account/sign-up-form"
import { ClientMessages } from "@/components/client-messages"
import { ModeText } from "@/components/layout/mode-text"
import { Emergency } from "@/core/emergency"
import { refusedIn } from "@/core/emergency/emergency.schema"
import { Identity } from "@/core/identity"
import { getPathname, Link } from "@/i18n/navigation"
import { accountMetadata } from "../account-metadata"
import { AccountPage } from "../account-page"
import { visitorOnly } from "../visitor"

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = () => accountMetadata("signup")

/** Joining, and on to `?next=` or to a first post. */
export default async function SignUpPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("auth.signup")])
  const next = safeNext(query.next)
  const upload = getPathname({ href: "/upload", locale })
  await visitorOnly(next ?? upload)
  const mode = await Emergency.shownMode()
  // Nobody is to fill in what cannot be taken.
  if (refusedIn[mode.mode].includes("signup")) {
    return (
      <AccountPage>
        <h1 className="h-page">{t("heading", { site: site.name })}</h1>
        <ModeText about="signups-closed" />
        <p className="muted">
          {t("already")} <Link href={{ pathname: "/signin", query: next && { next } }}>{t("signin")}</Link>
        </p>
      </AccountPage>
    )
  }
  return (
    <AccountPage>
      <ClientMessages of={["auth", "api"]}>
        <SignUpForm
          age={site.minimumAge}
          agreement={<Agreement />}
          next={next && next !== upload ? next : `${upload}?welcome`}
          intro={
            <div className="stack">
              <h1 className="h-page">{t("heading", { site: site.name })}</h1>
              <p className="muted">{t("lead")}</p>
              <Refused error={query.error} />
            </div>
          }
          outro={
            <>
              <Providers providers={Identity.configured()} next={next ?? upload} joining />
              <p className="muted">
                {t("already")}{" "}
                <Link href={{ pathname: "/signin", query: next && { next } }}>{t("signin")}</Link>
              </p>
            </>
          }
        />
      </ClientMessages>
    </AccountPage>
  )
}
