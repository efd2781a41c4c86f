import { useCallback, useEffect, useRef, useState } from "react"
import { withCursor } from "@/components/api/query"
import { call } from "@/components/api-call"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"
import { appended, type Opened } from "./opened"

/**
 * A list that is read from its beginning when it is opened.
 * @param api its address
 * @param idOf tells its items apart
 * @param limit how many are read at a time
 */
export function useOpened<Item>(api: string, idOf: (item: Item) => string, limit = 48) {
  const [loaded, setLoaded] = useState<Opened<Item>>({ items: [], cursor: undefined })
  const [state, setState] = useState<"idle" | "loading" | "failed">("loading")
  const identify = useRef(idOf)

  const read = useCallback(
    async (cursor?: string | null, signal?: AbortSignal) => {
      setState("loading")
      try {
        const address = `${api}${api.includes("?") ? "&" : "?"}limit=${limit}`
        const from = cursor ? withCursor(address, cursor) : address
        const page = await call<Page<Item>>("GET", from, undefined, { signal })
        setLoaded((now) =>
          cursor
            ? appended(now, cursor, page, identify.current)
            : { items: page.items, cursor: page.nextCursor },
        )
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
    loaded,
    state,
    more: () => read(loaded.cursor),
    /** Reads it from its beginning once more. */
    again: () => read(),
    change: setLoaded,
  }
}

/** The same of posts. */
export const usePosts = (api: string) => useOpened<PostView>(api, ({ id }) => id)
