import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react"

/**
 * Slides of equal width in a strip that the browser scrolls and snaps: a swipe follows the finger by itself.
 * @param first the slide to begin with
 * @returns a ref for the strip, the slide in view, and `go` to another one; the arrow keys go too
 */
export function useSlides(first: number, count: number) {
  const slides = useRef<HTMLDivElement>(null)
  const [index, setIndex] = useState(first)

  const go = useCallback(
    (to: number, behavior?: ScrollBehavior) => {
      const strip = slides.current
      const slide = Math.min(count - 1, Math.max(0, to))
      strip?.scrollTo({ left: slide * strip.clientWidth, behavior })
    },
    [count],
  )

  useLayoutEffect(() => go(first, "instant"), [first, go])

  useEffect(() => {
    const strip = slides.current
    if (!strip) return
    const see = () => setIndex(Math.round(strip.scrollLeft / strip.clientWidth))
    strip.addEventListener("scroll", see, { passive: true })
    return () => strip.removeEventListener("scroll", see)
  }, [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
      if (!step) return
      // Or the strip scrolls a little by itself as well.
      event.preventDefault()
      go(index + step)
    }
    document.addEventListener("keydown", onKey)
    return () => document.removeEventListener("keydown", onKey)
  }, [index, go])

  // When a phone is turned or something opens beside the strip, the slide in view stays in view.
  const stay = useEffectEvent(() => go(index, "instant"))
  useEffect(() => {
    const strip = slides.current
    if (!strip) return
    const watch = new ResizeObserver(() => stay())
    watch.observe(strip)
    return () => watch.disconnect()
  }, [])

  return { slides, index, go }
}
