"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { account } from "@/components/api/account"
import { FormProblem } from "./form-problem"
import { MailSent } from "./mail-sent"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useChecks } from "./use-checks"
import { useForm } from "./use-form"

type Props = { intro: ReactNode; outro: ReactNode }

/** Asks for a mail with a link to set a new password. */
export function ForgotForm({ intro, outro }: Props) {
  const t = useTranslations("auth")
  const check = useChecks()
  const [sentTo, setSentTo] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: ({ email }) => ({ email: check.email(email) }),
    run: async ({ email = "" }) => {
      await account.forgotPassword(email)
      setSentTo(email)
    },
  })
  if (sentTo) return <MailSent email={sentTo} purpose="forgot" />
  return (
    <>
      {intro}
      <FormProblem>{problem}</FormProblem>
      <form {...form} className="stack stack--16">
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="email"
          required
          fault={faults.email}
        />
        <SubmitButton busy={busy} wide>
          {t("forgot.submit")}
        </SubmitButton>
      </form>
      {outro}
    </>
  )
}
