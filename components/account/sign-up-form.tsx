"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api/account"
import { sessions } from "@/components/api/sessions"
import { FormProblem } from "./form-problem"
import { MailSent } from "./mail-sent"
import { PasswordField } from "./password-field"
import { SignUpNames } from "./sign-up-names"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useChecks } from "./use-checks"
import { useForm, type Values } from "./use-form"

type Props = { intro: React.ReactNode; outro: React.ReactNode; next: string }

/** Joins, and signs in straight away where the address need not be confirmed first. */
export function SignUpForm({ intro, outro, next }: Props) {
  const t = useTranslations("auth")
  const check = useChecks()
  const [sentTo, setSentTo] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: ({ handle, email, password }) => ({
      handle: check.handle(handle),
      email: check.email(email),
      password: check.newPassword(password),
    }),
    run: async (values) => {
      if (await joined(values)) window.location.assign(next)
      else setSentTo(values.email)
    },
  })
  if (sentTo) return <MailSent email={sentTo} purpose="signup" />
  return (
    <>
      {intro}
      <FormProblem>{problem}</FormProblem>
      <form {...form} className="stack stack--16">
        <SignUpNames handleFault={faults.handle} nameFault={faults.name} />
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="email"
          required
          fault={faults.email}
        />
        <PasswordField
          name="password"
          label={t("password")}
          autoComplete="new-password"
          fault={faults.password}
        />
        <SubmitButton busy={busy} wide>
          {t("signup.submit")}
        </SubmitButton>
      </form>
      {outro}
    </>
  )
}

/** @returns whether the new account is signed in; whatever stands against that, the mail tells its owner */
async function joined({ handle = "", email = "", password = "", name }: Values) {
  const { verification } = await account.signUp({ handle, email, password, ...(name?.trim() && { name }) })
  if (verification === "required") return false
  return (await sessions.signIn({ email, password })) === "signed_in"
}
