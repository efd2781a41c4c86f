"use client"

import { TriangleAlert } from "lucide-react"
import { useTranslations } from "next-intl"
import { useId } from "react"
import { Scope } from "@/core/access-token/access-token.schema"

/** What a token may do, one box each. */
export function ScopesField({ fault }: { fault?: string }) {
  const t = useTranslations("access.tokens")
  const below = useId()
  return (
    <fieldset className="field" aria-describedby={fault && below}>
      <legend className="field__label">{t("scopes")}</legend>
      {Scope.options.map((scope) => (
        <label key={scope} className="check">
          <input
            type="checkbox"
            name={`scope-${scope}`}
            defaultChecked={scope === "read"}
            aria-invalid={fault ? true : undefined}
          />
          {t(`scope.${scope}`)}
        </label>
      ))}
      {fault && (
        <p className="err" id={below}>
          <TriangleAlert className="i i--sm" />
          <span>{fault}</span>
        </p>
      )}
    </fieldset>
  )
}
