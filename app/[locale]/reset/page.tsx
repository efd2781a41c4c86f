import { getLocale, getTranslations } from "next-intl/server"
import { ResetForm } from "@/components/account/reset-form"
import { ClientMessages } from "@/components/client-messages"
import { getPathname, Link } from "@/i18n/navigation"
import { AccountPage } from "../account-page"

type Props = { searchParams: Promise<{ token?: string | string[] }> }

export const generateMetadata = async () => ({ title: (await getTranslations("auth.reset"))("title") })

/** Where the link of a mail leads that sets a new password. */
export default async function ResetPage({ searchParams }: Props) {
  const [{ token }, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations("auth.reset")])
  const complete = typeof token === "string" && token !== ""
  return (
    <AccountPage>
      <div className="stack">
        <h1 className="h-page">{t(complete ? "title" : "missing")}</h1>
        <p className="muted">{t(complete ? "lead" : "missingLead")}</p>
      </div>
      {complete && (
        <ClientMessages of={["auth", "api"]}>
          <ResetForm token={token} next={`${getPathname({ href: "/signin", locale })}?changed`} />
        </ClientMessages>
      )}
      <p className="muted">
        <Link href="/forgot">{t("again")}</Link>
      </p>
    </AccountPage>
  )
}
