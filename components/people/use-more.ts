import { useState } from "react"
import { withCursor } from "@/components/api/query"
import { call } from "@/components/api-call"
import type { Page } from "@/core/page.schema"

/**
 * A list that is continued when the reader asks for more.
 * @param api address of the list
 * @param first its first page
 */
export function useMore<Item extends { id: string }>(api: string, first: Page<Item>) {
  const [{ items, nextCursor }, setPage] = useState(first)
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle")

  const more = async () => {
    if (nextCursor === null || state === "loading") return
    setState("loading")
    try {
      const next = await call<Page<Item>>("GET", withCursor(api, nextCursor))
      const known = new Set(items.map(({ id }) => id))
      const fresh = next.items.filter(({ id }) => !known.has(id))
      setPage({ items: [...items, ...fresh], nextCursor: next.nextCursor })
      setState("idle")
    } catch {
      setState("failed")
    }
  }
  const without = (id: string) =>
    setPage((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) }))
  return { items, nextCursor, state, more, without }
}
