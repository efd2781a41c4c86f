import { Download } from "lucide-react"
import { useTranslations } from "next-intl"
import { useState } from "react"
import { imports } from "@/components/api/imports"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { LedgerEntry } from "@/core/import/import.schema"
import { csvOf } from "./ledger-csv"

/** The whole list as a file, put together here page by page. */
export function LedgerDownload({ id }: { id: string }) {
  const t = useTranslations("data.import")
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const save = async (kind: "csv" | "json") => {
    if (busy) return
    setBusy(true)
    try {
      const all = await everything(id)
      const text = kind === "csv" ? csvOf(all) : JSON.stringify(all, null, 2)
      const link = document.createElement("a")
      link.href = URL.createObjectURL(
        new Blob([text], { type: kind === "csv" ? "text/csv" : "application/json" }),
      )
      link.download = `${id}.${kind}`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (error) {
      toast(problemText(error))
    }
    setBusy(false)
  }
  return (
    <div className="row row--wrap">
      {(["csv", "json"] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="btn btn--line btn--sm"
          aria-disabled={busy}
          onClick={() => save(kind)}
        >
          <Download className="i i--sm" />
          {t("download", { kind: kind.toUpperCase() })}
        </button>
      ))}
    </div>
  )
}

async function everything(id: string): Promise<LedgerEntry[]> {
  const all: LedgerEntry[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await imports.ledger(id, undefined, cursor, 50)
    all.push(...page.items)
    if (!page.nextCursor) return all
    cursor = page.nextCursor
  }
}
