"use client"

import { useEffect } from "react"

/** Installs the service worker once the page is there; where there can be none, all else works. */
export function ServiceWorker() {
  useEffect(() => {
    const install = () => navigator.serviceWorker?.register("/sw.js").catch(() => undefined)
    if (document.readyState === "complete") install()
    else addEventListener("load", install, { once: true })
    return () => removeEventListener("load", install)
  }, [])
  return null
}
