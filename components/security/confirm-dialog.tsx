"use client"

import { useTranslations } from "next-intl"
import { useEffect, useId, useState } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { PasswordField } from "@/components/account/password-field"
import { SubmitButton } from "@/components/account/submit-button"
import { useForm } from "@/components/account/use-form"
import { security } from "@/components/api/security"
import { Dialog } from "@/components/ui/dialog"
import { useProblemText } from "@/components/use-problem-text"
import type { ProofView } from "@/core/sign-in/sign-in.schema"
import { CodeField } from "./code-field"
import { signed, turnedBack } from "./passkey-browser"

type Props = { open: boolean; onClose: () => void; onProved: () => void }

/** Asks who one is, before the ways in are changed: by whatever of a passkey, a code and a password there is. */
export function ConfirmDialog({ open, onClose, onProved }: Props) {
  const t = useTranslations("security.confirm")
  const titleId = useId()
  return (
    <Dialog open={open} onClose={onClose} labelledBy={titleId} className="dialog dialog--sm">
      <h2 id={titleId} className="h-page">
        {t("title")}
      </h2>
      <p className="muted base">{t("lead")}</p>
      <Proofs onProved={onProved} />
      <form method="dialog" className="dialog__end">
        <button type="submit" className="btn btn--line">
          {t("cancel")}
        </button>
      </form>
    </Dialog>
  )
}

function Proofs({ onProved }: { onProved: () => void }) {
  const t = useTranslations("security.confirm")
  const problemText = useProblemText()
  const [ways, setWays] = useState<ProofView>()
  const [refused, setRefused] = useState<string>()
  useEffect(() => {
    security.proofs().then(setWays, (error) => setRefused(problemText(error)))
  }, [problemText])
  const { form, faults, problem, busy } = useForm({
    check: () => ({}),
    run: async ({ code, password }) => {
      setRefused(undefined)
      await security.prove(code === undefined ? { password } : { code })
      onProved()
    },
  })
  const byPasskey = async () => {
    setRefused(undefined)
    try {
      await security.prove({ passkey: await signed() })
      onProved()
    } catch (error) {
      if (!turnedBack(error)) setRefused(problemText(error))
    }
  }
  if (ways && !ways.password && !ways.code && !ways.passkey) return <p className="muted">{t("anew")}</p>
  return (
    <div className="stack stack--16">
      <FormProblem>{refused ?? problem}</FormProblem>
      {ways?.passkey && (
        <button type="button" className="btn btn--line btn--wide" onClick={byPasskey}>
          {t("passkey")}
        </button>
      )}
      {ways && (ways.code || ways.password) && (
        <form {...form} className="stack stack--16">
          {ways.code ? (
            <CodeField label={t("code")} hint={t("codeHint")} fault={faults.code} />
          ) : (
            <PasswordField
              name="password"
              label={t("password")}
              autoComplete="current-password"
              fault={faults.password}
            />
          )}
          <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
        </form>
      )}
    </div>
  )
}
