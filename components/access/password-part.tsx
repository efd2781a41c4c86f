import { getTranslations } from "next-intl/server"
import { ChangePasswordForm } from "@/components/account/change-password-form"
import { FirstPassword } from "./first-password"

type Props = { email: string; password: boolean }

/** Changing the password, or getting a first one. */
export async function PasswordPart({ email, password }: Props) {
  const [t, none] = await Promise.all([
    getTranslations("settings.account"),
    getTranslations("access.noPassword"),
  ])
  return (
    <section className="stack stack--16 border-t border-line pt-6">
      <div className="stack stack--4">
        <h2 className="h-sec">{password ? t("passwordTitle") : none("title")}</h2>
        <p className="muted">{password ? t("passwordLead") : none("lead", { email })}</p>
      </div>
      {password ? <ChangePasswordForm email={email} /> : <FirstPassword email={email} />}
    </section>
  )
}
