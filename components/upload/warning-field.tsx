"use client"

import { useTranslations } from "next-intl"
import { useId, useState } from "react"
import { Switch } from "./switch"

type Props = { value: string; max: number; onChange: (warning: string) => void }

/** Covers the photos until a reader chooses to see them, and says why. */
export function WarningField({ value, max, onChange }: Props) {
  const t = useTranslations("upload.warning")
  const id = useId()
  const [opened, setOpened] = useState(false)
  const on = opened || value !== ""
  return (
    <div className="stack stack--4">
      <Switch
        label={t("label")}
        hint={t("hint")}
        checked={on}
        onChange={(checked) => {
          setOpened(checked)
          if (!checked) onChange("")
        }}
      />
      {on && (
        <div className="field">
          <label className="vh" htmlFor={id}>
            {t("text")}
          </label>
          <input
            id={id}
            className="input"
            value={value}
            maxLength={max}
            placeholder={t("placeholder")}
            // It was asked for just now.
            ref={(input) => {
              if (opened && value === "") input?.focus()
            }}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        </div>
      )}
    </div>
  )
}
