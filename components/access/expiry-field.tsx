"use client"

import { useTranslations } from "next-intl"
import { maxDays } from "@/core/access-token/access-token.schema"

/** How long a token lasts. */
export function ExpiryField() {
  const t = useTranslations("access.tokens")
  return (
    <div className="field">
      <label className="field__label" htmlFor="days">
        {t("expires")}
      </label>
      <select className="input" id="days" name="days" defaultValue="90">
        {[30, 90].map((days) => (
          <option key={days} value={days}>
            {t("days", { days })}
          </option>
        ))}
        <option value={maxDays}>{t("year")}</option>
        <option value="0">{t("forever")}</option>
      </select>
    </div>
  )
}
