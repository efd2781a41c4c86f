"use client"

import { Eye, EyeOff } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { passwordLength, shortestPassword } from "./faults"
import { TextField } from "./text-field"

type Props = {
  name: string
  label: string
  autoComplete: "current-password" | "new-password"
  fault?: string
}

/** A password that can be looked at while it is written. A new one says how long it has to be. */
export function PasswordField({ name, label, autoComplete, fault }: Props) {
  const t = useTranslations("auth")
  const [shown, setShown] = useState(false)
  const [length, setLength] = useState(0)
  const isNew = autoComplete === "new-password"
  const short = length > 0 && length < shortestPassword
  const newHint = short ? t("faults.password_short", { count: length }) : t("passwordHint")
  const Icon = shown ? EyeOff : Eye
  return (
    <TextField
      name={name}
      label={label}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      required
      fault={fault}
      hint={isNew ? newHint : undefined}
      onChange={isNew ? ({ currentTarget }) => setLength(passwordLength(currentTarget.value)) : undefined}
      end={
        <button
          type="button"
          className="icon"
          aria-label={t(shown ? "hidePassword" : "showPassword")}
          onClick={() => setShown(!shown)}
        >
          <Icon className="i" />
        </button>
      }
    />
  )
}
