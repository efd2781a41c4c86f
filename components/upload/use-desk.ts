"use client"

import { useEffect, useSyncExternalStore } from "react"
import { deskNow, onDesk } from "./engine/desk"
import { shut } from "./engine/desk-state"
import type { Maker } from "./engine/engine"
import { openDesk } from "./engine/opening"

/** The posts that somebody makes in this browser. They stay open, and are sent, when another page is shown. */
export function useDesk(maker: Maker) {
  useEffect(() => {
    openDesk(maker)
  }, [maker])
  return useSyncExternalStore(onDesk, deskNow, () => shut)
}
