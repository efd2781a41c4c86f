"use client"

import { TextField } from "@/components/account/text-field"

type Props = { label: string; hint?: string; fault?: string; digits?: boolean }

/** A code that an app shows; phones offer it, and its digits. */
export function CodeField({ label, hint, fault, digits = false }: Props) {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      fault={fault}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      inputMode={digits ? "numeric" : undefined}
      maxLength={32}
      required
    />
  )
}
