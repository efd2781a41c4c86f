"use client"

import { Copy } from "lucide-react"
import { useTranslations } from "next-intl"
import { toast } from "@/components/ui/toast"

/** A link's address, to copy. */
export function LinkUrl({ url }: { url: string }) {
  const t = useTranslations("share")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url)
      toast(t("copied"))
    } catch {
      toast(t("copyFailed"))
    }
  }
  return (
    <div className="row">
      <input
        className="input grow min-w-0"
        readOnly
        value={url.replace(/^https?:\/\//, "")}
        aria-label={t("address")}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <button type="button" className="btn btn--primary" onClick={copy}>
        <Copy className="i i--sm" aria-hidden="true" />
        {t("copy")}
      </button>
    </div>
  )
}
