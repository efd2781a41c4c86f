import { useEffect, useRef, useState } from "react"
import { suggest } from "@/components/api/find"
import type { SuggestView } from "@/core/search/search.schema"

const pause = 250
type Waiting = { timer: ReturnType<typeof setTimeout>; asked: AbortController }
const stop = (waiting: Waiting | null) => {
  clearTimeout(waiting?.timer)
  waiting?.asked.abort()
}

const none: SuggestView = { people: [], tags: [] }

/**
 * People and tags that what is being typed may mean, asked for when typing pauses.
 * @param q what the page was made for
 * @param found what was found for it
 */
export function useSuggestions(q: string, found: SuggestView) {
  const [later, setLater] = useState<{ q: string; found: SuggestView }>()
  const waiting = useRef<Waiting>(null)
  useEffect(() => () => stop(waiting.current), [])

  const look = (text: string) => {
    stop(waiting.current)
    const asked = new AbortController()
    const ask = async () => {
      try {
        const answer = text.trim() === "" ? none : await suggest(text.trim(), asked.signal)
        if (!asked.signal.aborted) setLater({ q, found: answer })
      } catch {
        // What stands there stays: it is a help, not what was asked for.
      }
    }
    waiting.current = { timer: setTimeout(ask, pause), asked }
  }
  // Another search has its own.
  return { suggestions: later?.q === q ? later.found : found, look }
}
