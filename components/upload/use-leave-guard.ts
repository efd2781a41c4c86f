"use client"

import { useEffect } from "react"

/**
 * Asks before the page is left while `active`: closing, reloading and typed addresses through the browser's own
 * question, links inside the site with ours.
 */
export function useLeaveGuard(active: boolean, question: string) {
  useEffect(() => {
    if (!active) return
    const listening = new AbortController()
    const { signal } = listening
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]")
      const leaves = link instanceof HTMLAnchorElement && link.target !== "_blank" && !isSamePage(link)
      if (!leaves || event.metaKey || event.ctrlKey || event.shiftKey || window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal })
    document.addEventListener("click", onClick, { signal, capture: true })
    return () => listening.abort()
  }, [active, question])
}

const isSamePage = (link: HTMLAnchorElement) =>
  link.origin === location.origin && link.pathname === location.pathname && link.search === location.search
