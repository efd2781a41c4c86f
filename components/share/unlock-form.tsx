"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { PasswordField } from "@/components/account/password-field"
import { SubmitButton } from "@/components/account/submit-button"
import { useForm } from "@/components/account/use-form"
import { links } from "@/components/api/links"
import { ProblemError } from "@/components/api-call"

type Props = { token: string; of: "post" | "album" }

/** Shows a link's password; the page is loaded anew with what it opens. */
export function UnlockForm({ token, of }: Props) {
  const t = useTranslations("share.unlock")
  const [wrong, setWrong] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: ({ password }) => ({ password: password ? undefined : t("missing") }),
    run: async ({ password = "" }) => {
      setWrong(undefined)
      try {
        await links.unlock(token, password)
        window.location.reload()
        // Busy until the page is another.
        await new Promise(() => undefined)
      } catch (error) {
        if (!(error instanceof ProblemError) || error.reason !== "link_password") throw error
        setWrong(error.detail)
      }
    },
  })
  return (
    <form {...form} className="stack stack--16">
      <FormProblem>{problem}</FormProblem>
      <PasswordField
        name="password"
        label={t("password")}
        autoComplete="current-password"
        fault={faults.password ?? wrong}
      />
      <SubmitButton busy={busy} wide>
        {t(`open.${of}`)}
      </SubmitButton>
    </form>
  )
}
