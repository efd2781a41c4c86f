import { follow } from "./follow"
import { prepare } from "./prepare"
import { send } from "./send"
import { faultOf, type Step } from "./steps"
import type { Stage, Upload } from "./upload"
import { type UploadEvent, uploadsState } from "./uploads-state"
import type { Via } from "./via"

type Options = { partSize: number; signal: AbortSignal; via?: Via; onChange: (upload: Upload) => void }

/**
 * Sends one photo by itself, beside all posts in the making, as those are sent.
 * @returns how it ended: ready or failed
 * @throws the signal's reason when it fires
 */
export async function sendPhoto(
  first: Upload,
  { partSize, signal, via, onChange }: Options,
): Promise<Upload> {
  let upload = first
  const tell = (event: Parameters<Step["tell"]>[0]) => {
    if (signal.aborted) return
    const told = { ...event, key: upload.key } as UploadEvent
    upload = uploadsState({ items: [upload], refusals: [] }, told).items[0] ?? upload
    onChange(upload)
  }
  for (let step = nextStep(upload.stage); step; step = nextStep(upload.stage)) {
    try {
      await step({ upload, tell, signal, partSize, ...(via && { via }) })
    } catch (error) {
      tell({ type: "failed", fault: faultOf(error) })
    }
    signal.throwIfAborted()
  }
  return upload
}

function nextStep(stage: Stage): ((step: Step) => Promise<void>) | undefined {
  switch (stage) {
    case "queued":
    case "hashing":
      return prepare
    case "started":
    case "sending":
      return send
    case "processing":
      return follow
    default:
      return undefined
  }
}
