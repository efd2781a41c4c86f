import { useTranslations } from "next-intl"
import { useState } from "react"
import { imports } from "@/components/api/imports"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { ImportView } from "@/core/import/import.schema"
import type { Sending } from "./use-sending"

type Props = {
  view: ImportView
  sending: Sending
  onChanged: (view: ImportView) => void
  onEnded: () => void
}

/** Pauses an import, goes on with it, or ends it after asking. */
export function ImportActions({ view: { id, state }, sending, onChanged, onEnded }: Props) {
  const t = useTranslations("data.import")
  const problemText = useProblemText()
  const [asks, setAsks] = useState(false)
  if (["done", "failed", "cancelled"].includes(state)) return null
  const told = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      toast(problemText(error))
    }
  }
  const action = state === "importing" ? "pause" : state === "paused" ? "resume" : undefined
  const end = async () => {
    sending.stop()
    await told(async () => {
      await imports.cancel(id)
      onEnded()
    })
    setAsks(false)
  }
  return (
    <div className="row">
      {action && (
        <button
          type="button"
          className="btn btn--line btn--sm"
          onClick={() => told(async () => onChanged(await imports.change(id, action)))}
        >
          {t(action)}
        </button>
      )}
      <button type="button" className="btn btn--quiet btn--sm" onClick={() => setAsks(true)}>
        {t("end")}
      </button>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t("askEnd")}
        text={t("askEndText")}
        keep={t("keep")}
        act={t("end")}
        onAct={end}
      />
    </div>
  )
}
