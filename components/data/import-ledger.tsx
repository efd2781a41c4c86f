import { useTranslations } from "next-intl"
import { useState } from "react"
import { imports } from "@/components/api/imports"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { ImportView, LedgerEntry } from "@/core/import/import.schema"
import { LedgerDownload } from "./ledger-download"

/** What became of everything in an archive; what was left out is listed with its reason. */
export function ImportLedger({ view: { id, counts, state } }: { view: ImportView }) {
  const t = useTranslations("data.import")
  const problemText = useProblemText()
  const [lines, setLines] = useState<LedgerEntry[]>()
  const [cursor, setCursor] = useState<string | null>()
  const more = async () => {
    try {
      const page = await imports.ledger(id, "skipped", cursor ?? undefined)
      setLines((all) => [...(all ?? []), ...page.items])
      setCursor(page.nextCursor)
    } catch (error) {
      toast(problemText(error))
    }
  }
  return (
    <div className="stack">
      <p role="status">{t("counts", counts)}</p>
      {counts.skipped > 0 && (
        <details onToggle={({ currentTarget }) => currentTarget.open && !lines && more()}>
          <summary className="med">{t("leftOut")}</summary>
          <ul className="stack stack--4 pt-2">
            {lines?.map(({ id: line, path, reason = "unsupported" }) => (
              <li key={line} className="sm">
                <span className="wrap-anywhere">{path}</span>{" "}
                <span className="faint">{t(`entry.${reason}`)}</span>
              </li>
            ))}
          </ul>
          {cursor && (
            <button type="button" className="btn btn--quiet btn--sm" onClick={more}>
              {t("more")}
            </button>
          )}
        </details>
      )}
      {["done", "failed", "cancelled"].includes(state) && <LedgerDownload id={id} />}
    </div>
  )
}
