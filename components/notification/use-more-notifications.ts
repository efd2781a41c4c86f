import { useState } from "react"
import { notifications } from "@/components/api/notifications"
import type { NotificationView } from "@/core/notification/notification.schema"
import type { Page } from "@/core/page.schema"

/** The pages after the first one, and which requests were answered here. */
export function useMoreNotifications(first: Page<NotificationView>) {
  const [loaded, setLoaded] = useState({
    items: [] as NotificationView[],
    cursor: first.nextCursor,
    pages: 0,
  })
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle")
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())

  const more = async () => {
    if (loaded.cursor === null || state === "loading") return
    setState("loading")
    try {
      const page = await notifications.list({ cursor: loaded.cursor })
      // One that was added to meanwhile is at the top by now, under another id.
      const known = new Set([...first.items, ...loaded.items].map(({ id }) => id))
      setLoaded({
        items: [...loaded.items, ...page.items.filter(({ id }) => !known.has(id))],
        cursor: page.nextCursor,
        pages: loaded.pages + 1,
      })
      setState("idle")
    } catch {
      setState("failed")
    }
  }
  const answer = (id: string) => setAnswered((before) => new Set([...before, id]))
  return { ...loaded, state, more, answered, answer }
}
