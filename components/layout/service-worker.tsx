"use client"

import { useEffect } from "react"

/** Installs the service worker once the page answers; where there can be none, all else works. */
export function ServiceWorker() {
  useEffect(() => void navigator.serviceWorker?.register("/sw.js").catch(() => undefined), [])
  return null
}
