"use client"

import { useTranslations } from "next-intl"
import { type ReactNode, useState } from "react"
import { type SignInResult, sessions } from "@/components/api/sessions"
import { Link } from "@/i18n/navigation"
import { FormProblem } from "./form-problem"
import { PasswordField } from "./password-field"
import { ResendMail } from "./resend-mail"
import { SecondStep } from "./second-step"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useChecks } from "./use-checks"
import { useForm } from "./use-form"
import { usePasskey } from "./use-passkey"

type Props = {
  next: string
  /** The first step was taken elsewhere: at a provider. */
  second?: boolean
}

/** Signs in and goes on to `next`, with a full load: nothing of the visitor's pages stays in memory. */
export function SignInForm({ next, second = false }: Props) {
  const t = useTranslations("auth")
  const check = useChecks()
  const [result, setResult] = useState<Exclude<SignInResult, "signed_in"> | undefined>(
    second ? "second_step" : undefined,
  )
  const [tried, setTried] = useState("")
  const { form, faults, problem, busy } = useForm({
    check: ({ email, password }) => {
      setResult(undefined)
      return { email: check.email(email), password: check.password(password) }
    },
    run: async ({ email = "", password = "" }) => {
      setTried(email)
      answered(await sessions.signIn({ email, password }))
    },
  })
  const answered = (answer: SignInResult) => {
    if (answer === "signed_in") window.location.assign(next)
    else setResult(answer)
  }
  const byPasskey = usePasskey(result !== "second_step", answered)

  const link = (words: ReactNode) => (
    <Link className="link" href="/forgot">
      {words}
    </Link>
  )
  if (result === "second_step") {
    return <SecondStep onAnswer={answered} onBack={() => setResult(undefined)} />
  }
  return (
    <>
      <FormProblem>
        {result === "wrong" ? t.rich("signin.wrong", { link }) : result ? t(`signin.${result}`) : problem}
      </FormProblem>
      {result === "unverified" && <ResendMail email={tried} />}
      <form {...form} className="stack stack--16">
        <TextField
          name="email"
          type="email"
          label={t("email")}
          autoComplete="username webauthn"
          required
          fault={faults.email}
        />
        <PasswordField
          name="password"
          label={t("password")}
          autoComplete="current-password"
          fault={faults.password}
        />
        <SubmitButton busy={busy} wide>
          {t("signin.submit")}
        </SubmitButton>
      </form>
      <button type="button" className="btn btn--line btn--lg btn--wide" onClick={byPasskey}>
        {t("signin.passkey")}
      </button>
    </>
  )
}
