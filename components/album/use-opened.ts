import { useCallback, useEffect, useRef, useState } from "react"
import { withCursor } from "@/components/api/query"
import { call } from "@/components/api-call"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"

type Loaded<Item> = { items: Item[]; cursor: string | null | undefined }

/**
 * A list that is read from its beginning when it is opened; `undefined` as cursor before anything came.
 * @param api its address
 * @param idOf tells its items apart
 * @param limit how many are read at a time
 */
export function useOpened<Item>(api: string, idOf: (item: Item) => string, limit = 48) {
  const [loaded, setLoaded] = useState<Loaded<Item>>({ items: [], cursor: undefined })
  const [state, setState] = useState<"idle" | "loading" | "failed">("loading")
  const identify = useRef(idOf)

  const read = useCallback(
    async (before?: Loaded<Item>, signal?: AbortSignal) => {
      setState("loading")
      try {
        const address = `${api}${api.includes("?") ? "&" : "?"}limit=${limit}`
        const from = before?.cursor ? withCursor(address, before.cursor) : address
        const page = await call<Page<Item>>("GET", from, undefined, { signal })
        const shown = before?.items ?? []
        const known = new Set(shown.map(identify.current))
        const fresh = page.items.filter((item) => !known.has(identify.current(item)))
        setLoaded({ items: [...shown, ...fresh], cursor: page.nextCursor })
        setState("idle")
      } catch {
        if (!signal?.aborted) setState("failed")
      }
    },
    [api, limit],
  )
  useEffect(() => {
    const controller = new AbortController()
    read(undefined, controller.signal)
    return () => controller.abort()
  }, [read])

  return {
    ...loaded,
    state,
    more: () => read(loaded),
    /** Reads it from its beginning once more. */
    again: () => read(),
    setItems: (items: Item[]) => setLoaded((before) => ({ ...before, items })),
  }
}

/** The same of posts. */
export const usePosts = (api: string) => useOpened<PostView>(api, ({ id }) => id)
