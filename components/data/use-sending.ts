import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { ImportView } from "@/core/import/import.schema"
import { OtherFile, sendArchive } from "./send-archive"

/** Sends archives from this page, one at a time. @param onArrived looks how the imports are now */
export function useSending(onArrived: () => Promise<void>) {
  const t = useTranslations("data.import")
  const problemText = useProblemText()
  const [current, setCurrent] = useState<{ id: string; sent: number }>()
  const controller = useRef<AbortController>(undefined)
  useEffect(() => () => controller.current?.abort(), [])
  useEffect(() => {
    if (!current) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", ask)
    return () => window.removeEventListener("beforeunload", ask)
  }, [current])

  const start = async (view: ImportView, files: readonly File[]) => {
    controller.current?.abort()
    controller.current = new AbortController()
    const { signal } = controller.current
    setCurrent({ id: view.id, sent: 0 })
    try {
      await sendArchive({ view, files, signal, onProgress: (sent) => setCurrent({ id: view.id, sent }) })
      await onArrived()
    } catch (error) {
      if (signal.aborted) return
      toast(error instanceof OtherFile ? t("otherFile") : problemText(error))
      // Another tab may have sent it meanwhile, or the import has ended.
      onArrived().catch(() => {})
    }
    if (!signal.aborted) setCurrent(undefined)
  }
  return {
    current,
    start,
    stop: () => {
      controller.current?.abort()
      setCurrent(undefined)
    },
  }
}
export type Sending = ReturnType<typeof useSending>
