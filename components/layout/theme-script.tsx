"use client"

import { useServerInsertedHTML } from "next/navigation"
import { useLayoutEffect, useRef } from "react"
import { themeStore } from "./theme-store"

/**
 * Sets the remembered theme before the first paint. It is no part of React's tree: it must run while HTML arrives.
 * @param script what runs; from the server, which alone writes it
 */
export function ThemeScript({ nonce, script }: { nonce?: string; script: string }) {
  const inserted = useRef(false)
  useServerInsertedHTML(() => {
    // Asked again with every piece of the page.
    if (inserted.current) return null
    inserted.current = true
    return <script nonce={nonce}>{script}</script>
  })
  // Next renders an absent page in the browser alone, without this script.
  useLayoutEffect(() => themeStore.restore(), [])
  return null
}
