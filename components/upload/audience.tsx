"use client"

import { Globe, Lock } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId } from "react"
import type { Words } from "./engine/making"

type Props = { value: Words["visibility"]; onChange: (value: Words["visibility"]) => void }

const choices = [
  { value: "public", Icon: Globe },
  { value: "private", Icon: Lock },
] as const

/** Who can see the post. */
export function Audience({ value, onChange }: Props) {
  const t = useTranslations("upload.audience")
  const name = useId()
  return (
    <fieldset className="field">
      <legend className="field__label mb-1.5">{t("label")}</legend>
      <div className="seg">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              className="vh"
              name={name}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <choice.Icon className="i i--sm" />
            {t(choice.value)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
