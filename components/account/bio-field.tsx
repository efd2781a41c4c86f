"use client"

import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId, useState } from "react"

const max = 300

/** A few words about oneself, with their count. */
export function BioField({ value, fault }: { value: string; fault?: string }) {
  const t = useTranslations("settings.profile")
  const id = useId()
  const [count, setCount] = useState([...value].length)
  const wrong = count > max ? t("bioTooLong", { over: count - max }) : fault
  return (
    <div className="field">
      <div className="field__label">
        <label htmlFor={id}>{t("bio")}</label>
        <span className="opt num" aria-hidden="true">
          {t("bioCount", { count, max })}
        </span>
      </div>
      <textarea
        id={id}
        name="bio"
        className="input min-h-28"
        rows={4}
        defaultValue={value}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={({ currentTarget }) => setCount([...currentTarget.value.trim()].length)}
      />
      {wrong && (
        <p className="err" id={`${id}-fault`}>
          <TriangleAlert className="i i--sm" />
          <span>{wrong}</span>
        </p>
      )}
    </div>
  )
}
