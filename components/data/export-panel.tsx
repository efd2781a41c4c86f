"use client"

import { useTranslations } from "next-intl"
import { useState } from "react"
import { data } from "@/components/api/data"
import { toast } from "@/components/ui/toast"
import { usePolling } from "@/components/use-polling"
import { useProblemText } from "@/components/use-problem-text"
import type { ExportView } from "@/core/export/export.schema"
import { Archive } from "./archive"

/** Asks for an archive, shows how far it is, and offers its parts. */
export function ExportPanel({ initial }: { initial: readonly ExportView[] }) {
  const t = useTranslations("data.export")
  const problemText = useProblemText()
  const [items, setItems] = useState(initial)
  const [busy, setBusy] = useState(false)
  const working = items.some(({ state }) => state === "working")
  usePolling(
    async (signal) => {
      if (!working) return false
      setItems((await data.exports(signal)).items)
      return true
    },
    { first: 2, most: 15 },
  )
  const start = async () => {
    if (busy) return
    setBusy(true)
    try {
      const made = await data.startExport()
      setItems((all) => [made, ...all])
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(false)
  }
  return (
    <div className="stack stack--16">
      {!working && (
        <div>
          <button type="button" className="btn btn--primary" aria-disabled={busy} onClick={start}>
            {t("start")}
          </button>
        </div>
      )}
      {items.length > 0 && (
        <ul className="stack stack--16">
          {items.map((item) => (
            <Archive
              key={item.id}
              archive={item}
              onRemoved={() => setItems((all) => all.filter(({ id }) => id !== item.id))}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
