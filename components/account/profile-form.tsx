"use client"

import { useLocale, useTranslations } from "next-intl"
import { useState } from "react"
import { account } from "@/components/api-client"
import type { MeView } from "@/core/user/user.schema"
import { useRouter } from "@/i18n/navigation"
import { routing } from "@/i18n/routing"
import { BioField } from "./bio-field"
import { FormProblem } from "./form-problem"
import { FormSaved } from "./form-saved"
import { SubmitButton } from "./submit-button"
import { TextField } from "./text-field"
import { useForm } from "./use-form"

const languages = { en: "English", ja: "日本語" }

/** Changes what others see beside one's photos, and the language: whoever chooses another one goes on in it. */
export function ProfileForm({ me }: { me: MeView }) {
  const t = useTranslations("settings.profile")
  const locale = useLocale()
  const router = useRouter()
  const [saved, setSaved] = useState(false)
  const { form, faults, problem, busy } = useForm({
    check: () => {
      setSaved(false)
      return {}
    },
    run: async ({ name, bio, locale: chosen }) => {
      const changed = await account.update({ name, bio, locale: chosen === "ja" ? "ja" : "en" })
      setSaved(true)
      const moves = changed.locale !== me.locale && changed.locale !== locale
      if (moves) router.replace("/settings/profile", { locale: changed.locale })
      else router.refresh()
    },
  })
  return (
    <form {...form} className="stack stack--24">
      <FormProblem>{problem}</FormProblem>
      <TextField
        name="name"
        label={t("name")}
        autoComplete="name"
        maxLength={60}
        defaultValue={me.name}
        fault={faults.name}
      />
      <BioField value={me.bio} fault={faults.bio} />
      <div className="field">
        <label className="field__label" htmlFor="locale">
          {t("locale")}
        </label>
        <select
          className="input"
          id="locale"
          name="locale"
          defaultValue={me.locale}
          aria-describedby="locale-hint"
        >
          {routing.locales.map((one) => (
            <option key={one} value={one} lang={one}>
              {languages[one]}
            </option>
          ))}
        </select>
        <p className="hint" id="locale-hint">
          {t("localeHint")}
        </p>
      </div>
      <SubmitButton busy={busy}>{t("submit")}</SubmitButton>
      <FormSaved>{saved && t("saved")}</FormSaved>
    </form>
  )
}
