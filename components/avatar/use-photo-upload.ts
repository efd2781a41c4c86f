"use client"

import { useEffect, useState } from "react"
import { admit } from "@/components/upload/engine/admit"
import { sendPhoto } from "@/components/upload/engine/send-photo"
import type { Fault, Upload } from "@/components/upload/engine/upload"
import type { Refusal } from "@/components/upload/engine/uploads-state"

export type SendLimits = { partSize: number; photoBytes: number }
export type Sending = {
  upload?: Upload
  /** Why it cannot be used. */
  fault?: Fault | Pick<Refusal, "reason">
}

/** Sends a chosen file as long as it is on the page, and tells how far it is. */
export function usePhotoUpload(file: File, { partSize, photoBytes }: SendLimits): Sending {
  const [sending, setSending] = useState<Sending>({})

  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    let preview: string | undefined
    const run = async () => {
      const { admitted, refusals } = await admit([file], () => 1, { photos: 1, photoBytes })
      const [upload] = admitted
      preview = upload?.preview
      if (signal.aborted) return release(preview)
      if (!upload) return setSending({ fault: refusals[0] })
      setSending({ upload })
      const onChange = (now: Upload) => setSending({ upload: now, fault: now.fault })
      await sendPhoto(upload, { partSize, signal, onChange })
    }
    // It only throws when it is stopped.
    run().catch(() => undefined)
    return () => {
      stop.abort()
      release(preview)
    }
  }, [file, partSize, photoBytes])
  return sending
}

function release(preview: string | undefined) {
  if (preview) URL.revokeObjectURL(preview)
}
