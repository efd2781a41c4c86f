import { useEffect, useRef, useState } from "react"
import { call } from "@/components/api-call"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"

type Loaded = { items: PostView[]; cursor: string | null; pages: number }

// Survives leaving the page and coming back, so that the reader finds the place again; a reload empties it.
const kept = new Map<string, Loaded>()

/**
 * The pages of a list after the first.
 * @param api address of the list
 * @param firstCursor where the first page ended
 * @returns what is loaded, and `more` to load the next page; it does nothing while a page is on its way
 */
export function usePages(api: string, firstCursor: string | null) {
  const key = `${api} ${firstCursor}`
  const [loaded, setLoaded] = useState<Loaded>(
    () => kept.get(key) ?? { items: [], cursor: firstCursor, pages: 0 },
  )
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle")
  const busy = useRef<AbortController>(null)

  useEffect(() => {
    kept.set(key, loaded)
  }, [key, loaded])
  useEffect(() => () => busy.current?.abort(), [])

  const more = async () => {
    if (busy.current || loaded.cursor === null) return
    const controller = new AbortController()
    busy.current = controller
    setState("loading")
    try {
      const query = new URLSearchParams({ cursor: loaded.cursor })
      const address = `${api}${api.includes("?") ? "&" : "?"}${query}`
      const page = await call<Page<PostView>>("GET", address, undefined, {
        signal: controller.signal,
      })
      setLoaded({
        items: [...loaded.items, ...page.items],
        cursor: page.nextCursor,
        pages: loaded.pages + 1,
      })
      setState("idle")
    } catch {
      if (!controller.signal.aborted) setState("failed")
    } finally {
      busy.current = null
    }
  }
  return { ...loaded, state, more }
}
