"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { PasswordField } from "@/components/account/password-field"
import { SubmitButton } from "@/components/account/submit-button"
import { useChecks } from "@/components/account/use-checks"
import { useForm } from "@/components/account/use-form"
import { departure } from "@/components/api/departure"
import { useConfirmed } from "@/components/security/use-confirmed"
import { Ask } from "@/components/ui/ask"

type Props = { days: number; posts: number; password: boolean; home: string }

/** Asks for the password, or whatever else proves who one is, then once more, and has the account deleted. */
export function DeleteAccount({ days, posts, password: hasPassword, home }: Props) {
  const t = useTranslations("data.leave")
  const check = useChecks()
  const [given, setGiven] = useState<string>()
  const { form, faults, problem, refuse } = useForm({
    check: ({ password }) => (hasPassword ? { password: check.password(password) } : {}),
    run: async ({ password = "" }) => setGiven(password),
  })
  const { run, busy, dialog } = useConfirmed(refuse)
  const leave = () => {
    setGiven(undefined)
    return run(async () => {
      await departure.leave(given)
      window.location.assign(home)
    })
  }
  return (
    <>
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
      </form>
      <Ask
        open={given !== undefined}
        onClose={() => setGiven(undefined)}
        title={t("removeAsk")}
        text={t("removeText", { posts, days })}
        keep={t("keep")}
        act={t("removeAct")}
        onAct={leave}
      />
      {dialog}
    </>
  )
}
