"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"

type Props = { value: string; max: number; readOnly: boolean; onChange: (value: string) => void }

/** The caption, with its length as the server will count it. */
export function Caption({ value, max, readOnly, onChange }: Props) {
  const t = useTranslations("upload")
  const id = useId()
  const count = [...value.trim()].length
  const over = count - max
  return (
    <div className="field">
      <div className="field__label">
        <label htmlFor={id}>{t("caption")}</label>
        <span className="opt num" aria-hidden="true">
          {t("captionCount", { count, max })}
        </span>
      </div>
      <textarea
        id={id}
        className="input min-h-23"
        rows={3}
        value={value}
        readOnly={readOnly}
        aria-invalid={over > 0}
        aria-describedby={`${id}-fault`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <p id={`${id}-fault`} className="err" role="alert" hidden={over <= 0}>
        {over > 0 && t("captionTooLong", { over })}
      </p>
    </div>
  )
}
