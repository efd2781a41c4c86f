"use client"

import { useEffect, useEffectEvent } from "react"
import { takeSharedFiles } from "./engine/shared-files"

/** Takes photos that were shared with the site from elsewhere on the phone. */
export function useShared(onFiles: (files: readonly File[]) => void) {
  const take = useEffectEvent(onFiles)
  useEffect(() => {
    takeSharedFiles().then(
      (files) => take(files),
      // Without storage there is nothing to take.
      () => undefined,
    )
  }, [])
}
