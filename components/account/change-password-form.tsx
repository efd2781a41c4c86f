"use client"

import { useTranslations } from "next-intl"
import { Fragment, useState } from "react"
import { account } from "@/components/api/account"
import { FormProblem } from "./form-problem"
import { FormSaved } from "./form-saved"
import { PasswordField } from "./password-field"
import { SubmitButton } from "./submit-button"
import { useChecks } from "./use-checks"
import { useForm } from "./use-form"

/** Changes the password; its fields are empty afterwards. The address is there for password managers, which file passwords under it. */
export function ChangePasswordForm({ email }: { email: string }) {
  const t = useTranslations("settings.account")
  const check = useChecks()
  const [changes, setChanges] = useState(0)
  const [saved, setSaved] = useState(false)
  const { form, faults, problem, busy } = useForm({
    check: ({ current, password }) => {
      setSaved(false)
      return { current: check.password(current), password: check.newPassword(password) }
    },
    run: async ({ current = "", password = "" }) => {
      await account.changePassword({ current, password })
      setSaved(true)
      setChanges((count) => count + 1)
    },
  })
  return (
    <form {...form} className="stack stack--16 max-w-form">
      <FormProblem>{problem}</FormProblem>
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Fragment key={changes}>
        <PasswordField
          name="current"
          label={t("current")}
          autoComplete="current-password"
          fault={faults.current}
        />
        <PasswordField name="password" label={t("new")} autoComplete="new-password" fault={faults.password} />
      </Fragment>
      <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
      <FormSaved>{saved && t("saved")}</FormSaved>
    </form>
  )
}
