"use client"

import { Globe, Lock, Users } from "lucide-react"
import { useTranslations } from "next-intl"
import { Segments } from "@/components/ui/segments"
import type { Visibility } from "@/core/post/post.schema"

type Props = { value: Visibility; onChange: (value: Visibility) => void }

const choices = [
  { value: "public", Icon: Globe },
  { value: "followers", Icon: Users },
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
