import { getTranslations } from "next-intl/server"
import { ForgotForm } from "@/components/account/forgot-form"
import { ClientMessages } from "@/components/client-messages"
import { Link } from "@/i18n/navigation"
import { AccountPage } from "../account-page"

export const generateMetadata = async () => ({ title: (await getTranslations("auth.forgot"))("title") })

/** Asking for a mail to set a new password. */
export default async function ForgotPage() {
  const t = await getTranslations("auth.forgot")
  return (
    <AccountPage>
      <ClientMessages of={["auth", "api"]}>
        <ForgotForm
          intro={
            <div className="stack">
              <h1 className="h-page">{t("title")}</h1>
              <p className="muted">{t("lead")}</p>
            </div>
          }
          outro={
            <p className="muted">
              <Link href="/signin">{t("back")}</Link>
            </p>
          }
        />
      </ClientMessages>
    </AccountPage>
  )
}
