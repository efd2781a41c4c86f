"use client"

import { useCallback, useEffect, useReducer, useRef } from "react"
import { photos } from "@/components/api-client"
import { admit, type Limits } from "./admit"
import { sendPhoto } from "./send-photo"
import { noUploads, type Upload, uploadsState } from "./uploads-state"
import { nextToStart } from "./uploads-view"

const lanes = 3

/** The photos of a post in the making: keeps the list and sends its photos, a few at once. */
export function useUploads(limits: Limits) {
  const [state, tell] = useReducer(uploadsState, noUploads)
  const running = useRef(new Map<string, AbortController>())
  const count = useRef(0)

  useEffect(() => {
    count.current = state.items.length
    const present = new Set(state.items.map(({ key }) => key))
    for (const [key, run] of running.current) if (!present.has(key)) run.abort()
    for (const upload of nextToStart(state.items, lanes)) {
      if (running.current.has(upload.key)) continue
      const run = new AbortController()
      running.current.set(upload.key, run)
      sendPhoto(upload, tell, run.signal).finally(() => running.current.delete(upload.key))
    }
  }, [state.items])

  useEffect(() => {
    const runs = running.current
    return () => {
      for (const run of runs.values()) run.abort()
    }
  }, [])

  const add = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return
      const { admitted, refusals } = await admit(files, () => limits.photos - count.current, limits)
      tell({ type: "added", items: admitted, refusals })
    },
    [limits],
  )

  const replace = async (old: Upload, file: File) => {
    const { admitted, refusals } = await admit([file], () => 1, limits)
    const [item] = admitted
    if (item) tell({ type: "replaced", key: old.key, item: { ...item, altText: old.altText } })
    tell({ type: "added", items: [], refusals })
    if (item) discard(old)
  }

  const remove = (upload: Upload) => {
    tell({ type: "removed", key: upload.key })
    discard(upload)
  }

  return { ...state, tell, add, replace, remove }
}

/** What nobody deletes here disappears by itself within a day, so a failure to delete needs no words. */
function discard({ preview, photoId }: Upload) {
  URL.revokeObjectURL(preview)
  if (photoId) photos.remove(photoId).catch(() => undefined)
}
