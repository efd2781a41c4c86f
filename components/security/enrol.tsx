"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { FormProblem } from "@/components/account/form-problem"
import { SubmitButton } from "@/components/account/submit-button"
import { useForm } from "@/components/account/use-form"
import { security } from "@/components/api/security"
import type { TwoFactorKeyView } from "@/core/second-factor/second-factor.schema"
import { CodeField } from "./code-field"

type Props = {
  shown: TwoFactorKeyView
  onConfirmed: (codes: readonly string[]) => void
  onCancel: () => void
}

/** The key for an authenticator app, to be scanned or typed, and the first code that comes back. */
export function Enrol({ shown: { key, uri, qr }, onConfirmed, onCancel }: Props) {
  const t = useTranslations("security.enrol")
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { form, faults, problem, busy } = useForm({
    check: ({ code = "" }) => ({ code: /^\s*\d{3}\s*\d{3}\s*$/.test(code) ? undefined : t("codeMissing") }),
    run: async ({ code = "" }) => onConfirmed((await security.confirm(code)).codes),
  })
  return (
    <div className="panel stack stack--16 p-5">
      <h3 ref={heading} tabIndex={-1} className="med">
        {t("heading")}
      </h3>
      <div className="stack stack--16">
        <div className="stack stack--12">
          <span>{t("scan")}</span>
          <svg
            role="img"
            aria-label={t("qr")}
            viewBox={`0 0 ${qr.size} ${qr.size}`}
            className="size-48 rounded-md bg-white text-black"
            shapeRendering="crispEdges"
          >
            <path d={qr.path} fill="currentColor" />
          </svg>
          <span className="muted">
            {t.rich("type", {
              link: (words) => (
                <a className="link" href={uri}>
                  {words}
                </a>
              ),
            })}
          </span>
          <code className="wrap-anywhere select-all">{key}</code>
        </div>
        <div>
          <form {...form} className="stack stack--16 max-w-form">
            <FormProblem>{problem}</FormProblem>
            <CodeField label={t("code")} hint={t("codeHint")} fault={faults.code} digits />
            <div className="row row--wrap">
              <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
              <button type="button" className="btn btn--line" onClick={onCancel}>
                {t("cancel")}
              </button>
            </div>
          </form>
        </div>
      </div>
    </div>
  )
}
