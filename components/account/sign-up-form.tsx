"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api/account"
import { sessions } from "@/components/api/sessions"
import { AgeField } from "./age-field"
import { FormProblem } from "./form-problem"
import { MailSent } from "./mail-sent"
import { PasswordField } from "./password-field"
import { SignUpNames } from "./sign-up-names"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useChecks } from "./use-checks"
import { useForm, type Values } from "./use-form"

type Props = {
  intro: React.ReactNode
  /** What is agreed to, before the button. */
  agreement: React.ReactNode
  outro: React.ReactNode
  next: string
  /** How old one has to be. */
  age: number
}

/** Joins, and signs in straight away where the address need not be confirmed first. */
export function SignUpForm({ intro, agreement, outro, next, age }: Props) {
  const t = useTranslations("auth")
  const check = useChecks()
  const [sentTo, setSentTo] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: ({ handle, email, password, ageConfirmed }) => ({
      handle: check.handle(handle),
      email: check.email(email),
      password: check.newPassword(password),
      ageConfirmed: ageConfirmed ? undefined : t("faults.age_unconfirmed", { age }),
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
        <AgeField age={age} fault={faults.ageConfirmed} />
        {agreement}
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
  const { verification } = await account.signUp({
    handle,
    email,
    password,
    ageConfirmed: true,
    ...(name?.trim() && { name }),
  })
  if (verification === "required") return false
  return (await sessions.signIn({ email, password })) === "signed_in"
}
