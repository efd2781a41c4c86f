"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { modeChanged } from "@/components/mode-changed"

/** Milliseconds between two looks whether the site is open again. */
const lookEvery = 30_000

/**
 * Keeps what the page says of the site true: asks the server anew when a call was refused for it, and now and then while
 * the page says that something is closed.
 */
export function ModeWatch({ narrowed }: { narrowed: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const look = () => document.hidden || router.refresh()
    const timer = narrowed ? setInterval(look, lookEvery) : 0
    addEventListener(modeChanged, look)
    return () => {
      clearInterval(timer)
      removeEventListener(modeChanged, look)
    }
  }, [narrowed, router])
  return null
}
