"use client"

import { Globe, Lock } from "lucide-react"
import { useTranslations } from "next-intl"
import { Segments } from "@/components/ui/segments"
import type { Words } from "./engine/making"

type Props = { value: Words["visibility"]; onChange: (value: Words["visibility"]) => void }

const choices = [
  { value: "public", Icon: Globe },
  { value: "private", Icon: Lock },
] as const

/** Who can see the post. */
export function Audience({ value, onChange }: Props) {
  const t = useTranslations("upload.audience")
  const labelled = choices.map(({ value, Icon }) => ({
    value,
    label: (
      <>
        <Icon className="i i--sm" />
        {t(value)}
      </>
    ),
  }))
  return (
    <fieldset className="field">
      <legend className="field__label mb-1.5">{t("label")}</legend>
      <Segments choices={labelled} value={value} onChange={onChange} />
    </fieldset>
  )
}
