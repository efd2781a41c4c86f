"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { TextField } from "@/components/account/text-field"
import { useForm } from "@/components/account/use-form"
import { access } from "@/components/api/access"
import { Scope } from "@/core/access-token/access-token.schema"
import { useRouter } from "@/i18n/navigation"
import { ExpiryField } from "./expiry-field"
import { NewToken } from "./new-token"
import { ScopesField } from "./scopes-field"

/** Makes a token and shows it, once. */
export function TokenForm() {
  const t = useTranslations("access.tokens")
  const router = useRouter()
  const [token, setToken] = useState<string>()
  const { form, faults, problem, busy } = useForm({
    check: (values) => ({
      name: values.name?.trim() ? undefined : t("nameMissing"),
      scopes: chosen(values).length > 0 ? undefined : t("scopeMissing"),
    }),
    run: async (values) => {
      const days = Number(values.days)
      const made = await access.createToken({
        name: values.name ?? "",
        scopes: chosen(values),
        ...(days > 0 && { expiresInDays: days }),
      })
      setToken(made.token)
      router.refresh()
    },
  })
  if (token) return <NewToken token={token} onDone={() => setToken(undefined)} />
  return (
    <form {...form} className="stack stack--16 max-w-form">
      <FormProblem>{problem}</FormProblem>
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        maxLength={60}
        autoComplete="off"
        fault={faults.name}
      />
      <ScopesField fault={faults.scopes} />
      <ExpiryField />
      <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
    </form>
  )
}

const chosen = (values: Record<string, string>) =>
  Scope.options.filter((scope) => values[`scope-${scope}`] !== undefined)
