"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { PasswordField } from "@/components/account/password-field"
import { SubmitButton } from "@/components/account/submit-button"
import { useChecks } from "@/components/account/use-checks"
import { useForm } from "@/components/account/use-form"
import { departure } from "@/components/api/departure"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"

type Props = { days: number; posts: number; password: boolean; home: string }

/** Asks for the password, then once more, and has the account deleted. */
export function DeleteAccount({ days, posts, password: hasPassword, home }: Props) {
  const t = useTranslations("data.leave")
  const check = useChecks()
  const problemText = useProblemText()
  const [given, setGiven] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: ({ password }) => (hasPassword ? { password: check.password(password) } : {}),
    run: async ({ password = "" }) => setGiven(password),
  })
  const leave = async () => {
    try {
      await departure.leave(given)
      window.location.assign(home)
    } catch (error) {
      toast(problemText(error))
      setGiven(undefined)
    }
  }
  return (
    <form {...form} className="stack">
      <FormProblem>{problem}</FormProblem>
      {hasPassword && (
        <PasswordField
          name="password"
          label={t("password")}
          autoComplete="current-password"
          fault={faults.password}
        />
      )}
      <div>
        <SubmitButton busy={busy}>{t("removeAct")}</SubmitButton>
      </div>
      <Ask
        open={given !== undefined}
        onClose={() => setGiven(undefined)}
        title={t("removeAsk")}
        text={t("removeText", { posts, days })}
        keep={t("keep")}
        act={t("removeAct")}
        onAct={leave}
      />
    </form>
  )
}
