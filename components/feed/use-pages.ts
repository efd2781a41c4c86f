import { useEffect, useRef, useState } from "react"
import { withCursor } from "@/components/api/query"
import { call } from "@/components/api-call"
import type { Page } from "@/core/page.schema"
import type { PostView } from "@/core/post/post.schema"

type Loaded<Post> = { items: Post[]; cursor: string | null; pages: number }

// Survives leaving the page and coming back, so that the reader finds the place again; a reload empties it.
const kept = new Map<string, Loaded<never>>()

/**
 * The pages of a list after the first.
 * @param api address of the list
 * @param firstCursor where the first page ended
 * @returns what is loaded, and `more` to load the next page; it does nothing while a page is on its way
 */
export function usePages<Post extends PostView = PostView>(api: string, firstCursor: string | null) {
  const key = `${api} ${firstCursor}`
  const [loaded, setLoaded] = useState<Loaded<Post>>(
    () => (kept.get(key) as Loaded<Post> | undefined) ?? { items: [], cursor: firstCursor, pages: 0 },
  )
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle")
  const busy = useRef<AbortController>(null)

  useEffect(() => {
    kept.set(key, loaded as Loaded<never>)
  }, [key, loaded])
  useEffect(() => () => busy.current?.abort(), [])

  const more = async () => {
    if (busy.current || loaded.cursor === null) return
    const controller = new AbortController()
    busy.current = controller
    setState("loading")
    try {
      const page = await call<Page<Post>>("GET", withCursor(api, loaded.cursor), undefined, {
        signal: controller.signal,
      })
      // What rises in a list that is ordered by likes may come once more.
      const known = new Set(loaded.items.map(({ id }) => id))
      setLoaded({
        items: [...loaded.items, ...page.items.filter(({ id }) => !known.has(id))],
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
