"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { toast } from "@/components/ui/toast"

/** A token that was just made, for the only time; the focus comes to it. */
export function NewToken({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useTranslations("access.tokens")
  const copyButton = useRef<HTMLButtonElement>(null)
  useEffect(() => copyButton.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(token)
      toast(t("copied"))
    } catch {
      toast(t("copyFailed"))
    }
  }
  return (
    <div className="notice notice--accent">
      <div className="stack stack--12 min-w-0">
        <p role="status" className="med">
          {t("made")}
        </p>
        <code className="wrap-anywhere select-all">{token}</code>
        <div className="row row--wrap">
          <button ref={copyButton} type="button" className="btn btn--primary" onClick={copy}>
            {t("copy")}
          </button>
          <button type="button" className="btn btn--line" onClick={onDone}>
            {t("done")}
          </button>
        </div>
      </div>
    </div>
  )
}
