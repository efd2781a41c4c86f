import { ProblemError } from "@/components/api-call"
import type { UploadProgress } from "@/core/photo/upload.schema"
import { passing, timely, untilNextTry } from "./passing"
import { sendParts } from "./send-parts"
import { goneBy, isGone, type Step } from "./steps"
import { transmit } from "./transmit"
import { own } from "./via"

/** Tries that storage may refuse in a row, each with a fresh signature, before that stands. */
const refusals = 3

/**
 * Sends the bytes that storage still lacks, however often the line is cut: after each failure the server says how far
 * the upload is, and it goes on from there.
 * @throws ProblemError for a refusal that stands
 */
export async function send(step: Step): Promise<void> {
  const { upload, signal, via = own } = step
  const { photoId = "", plan } = upload
  step.tell({ type: "sending" })
  let progress: UploadProgress | undefined = plan && { received: false, upload: plan, parts: [] }
  let attempt = 0
  let refused = 0
  let furthest = 0
  // What gets further than ever counts as a new beginning.
  const tell: Step["tell"] = (event) => {
    if (event.type === "progressed" && event.sent > furthest) {
      furthest = event.sent
      attempt = refused = 0
    }
    step.tell(event)
  }
  for (;;) {
    try {
      progress ??= await via.uploads.progress(photoId, timely(signal))
      if (!progress.received) await sendRest({ ...step, tell }, progress)
      return step.tell({ type: "arrived", photoId })
    } catch (error) {
      signal.throwIfAborted()
      progress = undefined
      if (isGone(error)) return step.tell(goneBy(error, { ...upload, sent: furthest }, via))
      const cause = passing(error)
      if (!cause && (!isStale(error) || ++refused > refusals)) throw error
      // A browser tells a file that was moved or changed meanwhile from a broken line only so.
      await upload.file.slice(0, 1).arrayBuffer()
      if (!cause) continue
      step.tell({ type: "waiting", for: cause })
      await untilNextTry(attempt++, error, signal)
    }
  }
}

async function sendRest(step: Step, { upload: plan, parts }: UploadProgress & { received: false }) {
  if (plan.kind === "multipart") return sendParts(step, plan.partSize, parts)
  const { upload, tell, signal } = step
  const { file } = upload
  const body = new FormData()
  for (const [name, value] of Object.entries(plan.fields)) body.append(name, value)
  body.append("file", file)
  const onProgress = (sent: number) => tell({ type: "progressed", sent: Math.min(sent, file.size) })
  await transmit({ method: "POST", url: plan.url, body }, onProgress, signal)
}

/** A signature that is too old, or parts that are not what the server thinks: asking anew helps. */
const isStale = (error: unknown) =>
  error instanceof ProblemError &&
  (error.code === "storage" ? error.status < 500 : [409, 422].includes(error.status))
