"use client"

import { RefreshCw } from "lucide-react"
import { useTranslations } from "next-intl"
import { TextField } from "@/components/account/text-field"
import { Switch } from "@/components/upload/switch"
import { type LinkDraft, suggestedPassword } from "./link-draft"

type Props = {
  draft: LinkDraft
  /** Whether the link has one, which stays unless another is typed. */
  kept: boolean
  fault: "passwordShort" | undefined
  onChange: (some: Partial<LinkDraft>) => void
}

/** Whether a link asks for a password, and which; shown, for it has to be told to somebody. */
export function LinkPassword({ draft, kept, fault, onChange }: Props) {
  const t = useTranslations("share")
  const suggest = () => onChange({ asksPassword: true, password: suggestedPassword() })
  return (
    <>
      <Switch
        label={t("askPassword")}
        checked={draft.asksPassword}
        onChange={(on) => (on && !kept ? suggest() : onChange({ asksPassword: on, password: "" }))}
      />
      {draft.asksPassword && (
        <TextField
          name="password"
          label={t("password")}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={draft.password}
          placeholder={kept ? t("passwordKept") : undefined}
          fault={fault && t(fault)}
          hint={t("passwordHint")}
          onChange={({ currentTarget }) => onChange({ password: currentTarget.value })}
          end={
            <button type="button" className="icon" aria-label={t("suggest")} onClick={suggest}>
              <RefreshCw className="i" aria-hidden="true" />
            </button>
          }
        />
      )}
    </>
  )
}
