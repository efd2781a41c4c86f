"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { type SignInResult, sessions } from "@/components/api/sessions"
import { CodeField } from "@/components/security/code-field"
import { signed, turnedBack } from "@/components/security/passkey-browser"
import { useProblemText } from "@/components/use-problem-text"
import { FormProblem } from "./form-problem"
import { SubmitButton } from "./submit-button"
import { useForm } from "./use-form"

type Props = { onAnswer: (answer: SignInResult) => void; onBack: () => void }

/** After the right password: a code of the app, a recovery code, or a passkey. */
export function SecondStep({ onAnswer, onBack }: Props) {
  const t = useTranslations("auth.signin")
  const problemText = useProblemText()
  const area = useRef<HTMLDivElement>(null)
  const [fault, setFault] = useState<string>()
  useEffect(() => area.current?.querySelector("input")?.focus(), [])
  const answered = (answer: SignInResult) => {
    if (answer === "code_wrong" || answer === "passkey_unknown") setFault(t(answer))
    else onAnswer(answer)
  }
  const { form, problem, busy } = useForm({
    check: () => {
      setFault(undefined)
      return {}
    },
    run: async ({ code = "" }) => answered(await sessions.signIn({ code })),
  })
  const byPasskey = async () => {
    setFault(undefined)
    try {
      answered(await sessions.signIn({ passkey: JSON.stringify(await signed()), second: "1" }))
    } catch (error) {
      if (!turnedBack(error)) setFault(problemText(error))
    }
  }
  return (
    <div ref={area} className="stack stack--16">
      <h2 className="h-sec">{t("second.heading")}</h2>
      <p className="muted">{t("second.lead")}</p>
      <FormProblem>{fault ?? problem}</FormProblem>
      <form {...form} className="stack stack--16">
        <CodeField label={t("second.code")} hint={t("second.codeHint")} />
        <SubmitButton busy={busy} wide>
          {t("second.submit")}
        </SubmitButton>
      </form>
      <button type="button" className="btn btn--line btn--lg btn--wide" onClick={byPasskey}>
        {t("second.passkey")}
      </button>
      <p className="faint">{t("second.lost")}</p>
      <button type="button" className="link muted justify-self-start" onClick={onBack}>
        {t("second.back")}
      </button>
    </div>
  )
}
