"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { modeChanged } from "@/components/api-call"

/** Milliseconds between two looks whether the site is open again. */
const lookEvery = 30_000

/**
 * Keeps what the page says of the site true: asks the server anew when a call was refused for it, and now and then while
 * the page says that something is closed.
 */
export function ModeWatch({ narrowed }: { narrowed: boolean }) {
  const router = useRouter()
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && router.refresh()
    if (narrowed) {
      const timer = setInterval(look, lookEvery)
      return () => clearInterval(timer)
    }
    window.addEventListener(modeChanged, look)
    return () => window.removeEventListener(modeChanged, look)
  }, [narrowed, router])
  return null
}
