import { useTranslations } from "next-intl"
import { useState } from "react"
import { data } from "@/components/api/data"
import { Ask } from "@/components/ui/ask"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"

type Props = { id: string; working: boolean; onRemoved: () => void }

/** Asks, and removes an archive or stops one that is being made. */
export function RemoveArchive({ id, working, onRemoved }: Props) {
  const t = useTranslations("data.export")
  const problemText = useProblemText()
  const [asks, setAsks] = useState(false)
  const act = t(working ? "stop" : "remove")
  const remove = async () => {
    try {
      await data.removeExport(id)
      toast(t("removed"))
      onRemoved()
    } catch (error) {
      toast(problemText(error))
    }
    setAsks(false)
  }
  return (
    <>
      <button type="button" className="btn btn--quiet btn--sm" onClick={() => setAsks(true)}>
        {act}
      </button>
      <Ask
        open={asks}
        onClose={() => setAsks(false)}
        title={t(working ? "askStop" : "ask")}
        text={t(working ? "askStopText" : "askText")}
        keep={t("keep")}
        act={act}
        onAct={remove}
      />
    </>
  )
}
