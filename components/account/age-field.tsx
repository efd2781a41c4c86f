"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"

type Props = { age: number; fault?: string }

/** Says that one is old enough to join; nobody is asked for their birthday. The ways in through a provider look at it too. */
export function AgeField({ age, fault }: Props) {
  const t = useTranslations("auth")
  const id = useId()
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name="ageConfirmed"
          data-age=""
          required
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${id}-fault` : undefined}
        />
        <span>{t("age", { age })}</span>
      </label>
      {fault && (
        <p className="err" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
