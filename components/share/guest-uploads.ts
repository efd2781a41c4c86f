import { type GuestSelf, guests, throughLink } from "@/components/api/guests"
import { sendPhoto } from "@/components/upload/engine/send-photo"
import { faultOf, isGone, mayHaveArrived } from "@/components/upload/engine/steps"
import type { Upload } from "@/components/upload/engine/upload"
import { type UploadEvent, uploadsState } from "@/components/upload/engine/uploads-state"

/** Photos that are on their way at the same time. */
const atOnce = 2

type Options = {
  token: string
  partSize: number
  /** Is told of all photos whenever one changes. */
  onChange: (items: readonly Upload[]) => void
}

/** A guest's photos on their way through a link, a few at a time. Each is sent and taken back as whoever chose it. */
export function guestUploads({ token, partSize, onChange }: Options) {
  let items: readonly Upload[] = []
  let waiting: readonly Upload[] = []
  const senders = new Map<string, GuestSelf>()
  const running = new Map<string, AbortController>()

  const set = (now: readonly Upload[]) => {
    items = now
    onChange(now)
  }
  const change = (upload: Upload) => set(items.map((one) => (one.key === upload.key ? upload : one)))
  const happens = (event: UploadEvent) => set(uploadsState({ items, refusals: [] }, event).items)

  const next = () => {
    while (running.size < atOnce) {
      const [upload, ...rest] = waiting
      const by = upload && senders.get(upload.key)
      if (!by) return
      waiting = rest
      start(upload, by)
    }
  }

  const start = (upload: Upload, by: GuestSelf) => {
    const stop = new AbortController()
    running.set(upload.key, stop)
    sendPhoto(upload, { partSize, signal: stop.signal, via: throughLink(token, by), onChange: change })
      // It only throws when it is stopped.
      .catch(() => undefined)
      .finally(() => {
        if (running.get(upload.key) === stop) running.delete(upload.key)
        next()
      })
  }

  const add = (uploads: readonly Upload[], by: GuestSelf) => {
    for (const { key } of uploads) senders.set(key, by)
    set([...items, ...uploads])
    waiting = [...waiting, ...uploads]
    next()
  }

  /** What was stopped and could not be taken back: it is followed where it has arrived, else sent no further. */
  const keep = (upload: Upload, error: unknown) => {
    const { key, stage } = upload
    if (stage === "started" || stage === "sending") happens({ type: "failed", key, fault: faultOf(error) })
    if (stage !== "processing") return
    waiting = [...waiting, upload]
    next()
  }

  /**
   * Takes a photo back, or out of the list once somebody has decided about it.
   * @returns whether it was too late: it stays then, and says so
   * @throws ProblemError when it was not taken back; it stays among the others then
   */
  const takeBack = async (key: string): Promise<"removed" | "decided"> => {
    running.get(key)?.abort()
    waiting = waiting.filter((one) => one.key !== key)
    const upload = items.find((one) => one.key === key)
    const by = senders.get(key)
    if (!upload || !by) return "removed"
    try {
      if (upload.photoId && !upload.decided) await guests.takeBack(token, by, upload.photoId)
    } catch (error) {
      if (!isGone(error) || error.reason) {
        keep(upload, error)
        throw error
      }
      if (mayHaveArrived(upload)) {
        happens({ type: "decided", key })
        return "decided"
      }
    }
    happens({ type: "removed", key })
    URL.revokeObjectURL(upload.preview)
    return "removed"
  }

  const stop = () => {
    waiting = []
    for (const one of running.values()) one.abort()
  }
  return { add, takeBack, stop }
}
