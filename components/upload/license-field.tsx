"use client"

import { useTranslations } from "next-intl"
import { useId } from "react"
import { licenses } from "@/core/post/licenses.schema"
import type { License } from "@/core/post/post.schema"

type Props = { value: License; onChange: (license: License) => void }

/** What others may do with the photos, with what the choice means. */
export function LicenseField({ value, onChange }: Props) {
  const t = useTranslations("license")
  const id = useId()
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {t("label")}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-means`}
        onChange={({ currentTarget }) => onChange(currentTarget.value as License)}
      >
        {licenses.map((license) => (
          <option key={license} value={license}>
            {t(`${license}.name`)}
          </option>
        ))}
      </select>
      <p id={`${id}-means`} className="hint">
        {t(`${value}.means`)}
      </p>
    </div>
  )
}
