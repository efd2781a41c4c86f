import { useEffect, useRef, useState } from "react"
import { type GuestSelf, guests, throughLink } from "@/components/api/guests"
import { admit, type Limits } from "@/components/upload/engine/admit"
import { sendPhoto } from "@/components/upload/engine/send-photo"
import type { Upload } from "@/components/upload/engine/upload"
import type { Refusal } from "@/components/upload/engine/uploads-state"

/** Photos that are on their way at the same time. */
const atOnce = 2

type Sending = Limits & { partSize: number }

/** Sends a guest's photos through a link, a few at a time, as long as the page is open. */
export function useGuestUploads(token: string, self: GuestSelf | undefined, limits: Sending) {
  const [items, setItems] = useState<Upload[]>([])
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const waiting = useRef<Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const all = running.current
    return () => {
      for (const stop of all.values()) stop.abort()
    }
  }, [])

  const change = (upload: Upload) =>
    setItems((before) => before.map((one) => (one.key === upload.key ? upload : one)))

  const next = (by: GuestSelf) => {
    while (running.current.size < atOnce) {
      const upload = waiting.current.shift()
      if (!upload) return
      const stop = new AbortController()
      running.current.set(upload.key, stop)
      const via = throughLink(token, by)
      sendPhoto(upload, { partSize: limits.partSize, signal: stop.signal, via, onChange: change })
        // It only throws when it is stopped.
        .catch(() => undefined)
        .finally(() => {
          running.current.delete(upload.key)
          next(by)
        })
    }
  }

  const add = async (files: readonly File[]) => {
    if (!self) return
    const { admitted, refusals: refused } = await admit(files, () => limits.photos, limits)
    setRefusals(refused)
    setItems((before) => [...before, ...admitted])
    waiting.current.push(...admitted)
    next(self)
  }

  const remove = async (upload: Upload) => {
    running.current.get(upload.key)?.abort()
    waiting.current = waiting.current.filter(({ key }) => key !== upload.key)
    if (upload.photoId && self) await guests.takeBack(token, self, upload.photoId).catch(() => undefined)
    setItems((before) => before.filter(({ key }) => key !== upload.key))
    URL.revokeObjectURL(upload.preview)
  }
  return { items, refusals, add, remove }
}
