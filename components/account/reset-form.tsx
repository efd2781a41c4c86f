"use client"

import { useTranslations } from "next-intl"
import { account } from "@/components/api/account"
import { FormProblem } from "./form-problem"
import { PasswordField } from "./password-field"
import { SubmitButton } from "./submit-button"
import { useChecks } from "./use-checks"
import { useForm } from "./use-form"

type Props = {
  token: string
  /** Where to sign in with the new password. */
  next: string
}

/** Sets a new password with a token from a mail. */
export function ResetForm({ token, next }: Props) {
  const t = useTranslations("auth")
  const check = useChecks()
  const { form, faults, problem, busy } = useForm({
    check: ({ password }) => ({ password: check.newPassword(password) }),
    run: async ({ password = "" }) => {
      await account.resetPassword({ token, password })
      window.location.assign(next)
    },
  })
  return (
    <>
      <FormProblem>{problem}</FormProblem>
      <form {...form} className="stack stack--16">
        <PasswordField
          name="password"
          label={t("newPassword")}
          autoComplete="new-password"
          fault={faults.password}
        />
        <SubmitButton busy={busy} wide>
          {t("reset.submit")}
        </SubmitButton>
      </form>
    </>
  )
}
