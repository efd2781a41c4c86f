import { useEffect, useEffectEvent } from "react"

type Pace = {
  /** Seconds until the first look, and after something was found. */
  first: number
  /** Seconds between looks when nothing has been found for long. */
  most: number
}

/**
 * Looks for something now and then, while the page is seen: at once when it is seen again, less and less often while
 * nothing is found, and least when nothing answers.
 * @param look gives whether something was found
 */
export function usePolling(look: (signal: AbortSignal) => Promise<boolean>, { first, most }: Pace) {
  const onLook = useEffectEvent(look)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let pause = first
    let due = Date.now() + first * 1000
    let timer: ReturnType<typeof setTimeout>
    const turn = async () => {
      if (document.visibilityState === "hidden") return
      const found = await onLook(signal).catch(() => undefined)
      if (signal.aborted) return
      pause = found === undefined ? most : found ? first : Math.min(most, pause * 1.5)
      due = Date.now() + pause * 1000
      timer = setTimeout(turn, pause * 1000)
    }
    const seen = () => {
      if (document.visibilityState === "hidden") return
      clearTimeout(timer)
      timer = setTimeout(turn, Math.max(0, Math.min(due - Date.now(), first * 1000)))
    }
    document.addEventListener("visibilitychange", seen, { signal })
    timer = setTimeout(turn, first * 1000)
    return () => {
      controller.abort()
      clearTimeout(timer)
    }
  }, [first, most])
}
