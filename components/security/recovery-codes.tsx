"use client"

import { useTranslations } from "next-intl"
import { useEffect, useRef } from "react"
import { toast } from "@/components/ui/toast"

type Props = { codes: readonly string[]; onDone: () => void }

/** Recovery codes that were just made, for the only time; the focus comes to them. */
export function RecoveryCodes({ codes, onDone }: Props) {
  const t = useTranslations("security.codes")
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const text = `${codes.join("\n")}\n`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t("copied"))
    } catch {
      toast(t("copyFailed"))
    }
  }
  const save = () => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }))
    link.download = "recovery-codes.txt"
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <div className="notice notice--accent">
      <div className="stack stack--12 min-w-0">
        <h3 ref={heading} tabIndex={-1} className="med">
          {t("heading")}
        </h3>
        <p>{t("lead")}</p>
        <ul className="grid list-none gap-1 sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>
              <code className="select-all whitespace-nowrap">{code}</code>
            </li>
          ))}
        </ul>
        <div className="row row--wrap">
          <button type="button" className="btn btn--primary" onClick={save}>
            {t("save")}
          </button>
          <button type="button" className="btn btn--line" onClick={copy}>
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
