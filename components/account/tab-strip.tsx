"use client"

import { type ReactNode, useLayoutEffect, useRef } from "react"

type Props = { label: string; className: string; children: ReactNode }

/** Links to the pages beside this one. Where they are a strip that scrolls sideways, the current one is in view. */
export function TabStrip({ label, className, children }: Props) {
  const strip = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const current = strip.current?.querySelector("[aria-current]")
    if (!strip.current || !current) return
    const [around, inside] = [strip.current.getBoundingClientRect(), current.getBoundingClientRect()]
    strip.current.scrollLeft += inside.left + inside.width / 2 - (around.left + around.width / 2)
  }, [])
  return (
    <nav ref={strip} className={className} aria-label={label}>
      {children}
    </nav>
  )
}
