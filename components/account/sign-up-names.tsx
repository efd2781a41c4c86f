"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { suggestHandle } from "@/core/user/suggest-handle.schema"
import { TextField } from "./text-field"

type Props = { nameFault?: string; handleFault?: string }

/** Name and handle: the name suggests a handle until a person writes their own. */
export function SignUpNames({ nameFault, handleFault }: Props) {
  const t = useTranslations("auth")
  const [name, setName] = useState("")
  const [own, setOwn] = useState<string>()
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        note={t("optional")}
        autoComplete="name"
        maxLength={60}
        value={name}
        fault={nameFault}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextField
        name="handle"
        label={t("handle")}
        prefix="@"
        hint={t("handleHint")}
        autoComplete="nickname"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        required
        value={own ?? suggestHandle(name)}
        fault={handleFault}
        onChange={({ currentTarget }) => setOwn(currentTarget.value)}
      />
    </>
  )
}
