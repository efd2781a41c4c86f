import { useState } from "react"
import { toast } from "@/components/ui/toast"
import { useProblemText } from "@/components/use-problem-text"
import type { Page } from "@/core/page.schema"
import { useRouter } from "@/i18n/navigation"
import { decided, refreshed, startOf, ticked, withMore } from "./waiting"

export type Decision = "approve" | "decline"

type Queue<Item> = {
  /** Its beginning, as the server read it last. */
  page: Page<Item>
  /** Tells its items apart. */
  idOf: (item: Item) => string
  decide: (ids: string[], decision: Decision) => Promise<{ decided: number }>
  next: (cursor: string) => Promise<Page<Item>>
  /** What is said of so many that were decided about. */
  told: (decision: Decision, count: number) => string
}

/** As many as one call decides about. */
const inCall = 20

/** A queue that somebody decides about, as it changes here: what is decided about leaves it at once. */
export function useWaiting<Item>({ page, idOf, decide, next, told }: Queue<Item>) {
  const problemText = useProblemText()
  const router = useRouter()
  const [waiting, setWaiting] = useState(() => startOf(page, idOf))
  const [busy, setBusy] = useState(false)
  const now = refreshed(waiting, page)
  if (now !== waiting) setWaiting(now)
  return {
    ...now,
    busy,
    toggle: (id: string) => setWaiting((before) => ticked(before, id)),
    async decide(ids: readonly string[], decision: Decision) {
      if (busy) return
      setBusy(true)
      try {
        let count = 0
        for (let at = 0; at < ids.length; at += inCall) {
          const some = ids.slice(at, at + inCall)
          count += (await decide(some, decision)).decided
          setWaiting((before) => decided(before, some))
        }
        toast(told(decision, count))
        router.refresh()
      } catch (error) {
        toast(problemText(error))
      }
      setBusy(false)
    },
    async more() {
      if (!now.cursor) return
      const found = await next(now.cursor).catch((error) => toast(problemText(error)))
      if (found) setWaiting((before) => withMore(before, found))
    },
  }
}
