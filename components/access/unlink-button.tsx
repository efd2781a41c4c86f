"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { access } from "@/components/api/access"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { type Provider, providerNames } from "@/core/identity/identity.schema"
import { useRouter } from "@/i18n/navigation"

/** Asks, and takes a linked account away. */
export function UnlinkButton({ provider }: { provider: Provider }) {
  const t = useTranslations("access.linked")
  const problemText = useProblemText()
  const router = useRouter()
  const [asks, setAsks] = useState(false)
  const name = providerNames[provider]
  const unlink = async () => {
    try {
      await access.unlink(provider)
      toast(t("unlinked", { provider: name }))
    } catch (error) {
      toast(problemText(error))
    }
    setAsks(false)
    router.refresh()
  }
  return (
    <>
      <button
        type="button"
        className="btn btn--line btn--sm"
        aria-label={t("unlinkName", { provider: name })}
        onClick={() => setAsks(true)}
      >
        {t("unlink")}
      </button>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t("ask", { provider: name })}
        text={t("askText")}
        keep={t("keep")}
        act={t("unlink")}
        onAct={unlink}
      />
    </>
  )
}
