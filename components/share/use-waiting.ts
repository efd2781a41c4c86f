import { useState } from "react"
import type { Page } from "@/core/page.schema"
import { decided, refreshed, startOf, ticked, withMore } from "./waiting"

/**
 * A queue that somebody decides about, as it changes here.
 * @param page its beginning, as the server read it last
 * @param idOf tells its items apart
 */
export function useWaiting<Item>(page: Page<Item>, idOf: (item: Item) => string) {
  const [waiting, setWaiting] = useState(() => startOf(page, idOf))
  const now = refreshed(waiting, page)
  if (now !== waiting) setWaiting(now)
  return {
    ...now,
    toggle: (id: string) => setWaiting((before) => ticked(before, id)),
    leave: (ids: readonly string[]) => setWaiting((before) => decided(before, ids)),
    append: (next: Page<Item>) => setWaiting((before) => withMore(before, next)),
  }
}
