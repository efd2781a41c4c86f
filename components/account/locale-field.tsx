"use client"

import { useTranslations } from "next-intl"
import { routing } from "@/i18n/routing"

const languages = { en: "English", ja: "日本語" }

/** The language of mails, and of the pages of whoever changes it. */
export function LocaleField({ value }: { value: keyof typeof languages }) {
  const t = useTranslations("settings.profile")
  return (
    <div className="field">
      <label className="field__label" htmlFor="locale">
        {t("locale")}
      </label>
      <select className="input" id="locale" name="locale" defaultValue={value} aria-describedby="locale-hint">
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
  )
}
