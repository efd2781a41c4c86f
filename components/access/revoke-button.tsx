"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { access } from "@/components/api/access"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import { useRouter } from "@/i18n/navigation"

/** Asks, and ends a token. */
export function RevokeButton({ tokenId, name }: { tokenId: string; name: string }) {
  const t = useTranslations("access.tokens")
  const problemText = useProblemText()
  const router = useRouter()
  const [asks, setAsks] = useState(false)
  const revoke = async () => {
    try {
      await access.revokeToken(tokenId)
      toast(t("revoked"))
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
        aria-label={t("revokeName", { name })}
        onClick={() => setAsks(true)}
      >
        {t("revoke")}
      </button>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t("ask", { name })}
        text={t("askText")}
        keep={t("keep")}
        act={t("revoke")}
        onAct={revoke}
      />
    </>
  )
}
