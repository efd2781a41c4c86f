"use client"

import { useTranslations } from "next-intl"
import { sessions } from "@/components/api/sessions"
import { useEnding } from "./use-ending"

/** Ends every session but this device's. */
export function EndOthersButton() {
  const t = useTranslations("settings.sessions")
  const { act, busy } = useEnding(() => sessions.endOthers())
  return (
    <div>
      <button type="button" className="btn btn--danger-quiet -ml-4" aria-disabled={busy} onClick={act}>
        {t("endOthers")}
      </button>
    </div>
  )
}
