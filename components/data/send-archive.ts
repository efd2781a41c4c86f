import { imports } from "@/components/api/imports"
import { ProblemError } from "@/components/api-call"
import { backoff, pauseOffline } from "@/components/upload/engine/wait"
import type { FileProgress, ImportView } from "@/core/import/import.schema"

/** The file that was chosen to go on with is not the one that was begun. */
export class OtherFile extends Error {}

type Sending = {
  view: ImportView
  /** The files in the order of the import. */
  files: readonly File[]
  onProgress: (sent: number) => void
  signal: AbortSignal
}

/** Parts that are under way at a time. */
const atOnce = 3
/** How often a part is tried: with growing pauses, for about ten minutes. */
const tries = 24

/**
 * Sends what storage lacks of the files of an archive, part by part, and completes each. A cut line costs the parts that
 * were under way; what has arrived is never sent again.
 * @throws OtherFile, ProblemError
 */
export async function sendArchive({ view, files, onProgress, signal }: Sending): Promise<void> {
  let sent = 0
  const told = (bytes: number) => {
    sent += bytes
    onProgress(sent)
  }
  for (const [number, file] of files.entries()) {
    const progress = await imports.progress(view.id, number, signal)
    if (progress.arrived) {
      told(file.size)
      continue
    }
    await expectSame(file, progress)
    told(progress.parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
    const have = new Set(progress.parts.map(({ partNumber }) => partNumber))
    const count = Math.ceil(file.size / progress.partSize)
    const left = Array.from({ length: count }, (_, i) => i + 1).filter((part) => !have.has(part))
    const work = async () => {
      for (let part = left.shift(); part; part = left.shift())
        told(await sendPart(view.id, number, file, part, progress.partSize, signal))
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    await imports.complete(view.id, number, signal)
  }
}

async function sendPart(
  id: string,
  number: number,
  file: File,
  partNumber: number,
  partSize: number,
  signal: AbortSignal,
): Promise<number> {
  const bytes = await file.slice((partNumber - 1) * partSize, partNumber * partSize).arrayBuffer()
  const sha256 = await digestOf(bytes)
  for (let attempt = 0; ; attempt++) {
    try {
      const { parts } = await imports.sign(id, number, { partNumber, sha256 }, signal)
      const [signed] = parts
      if (!signed) throw new ProblemError({ code: "internal", status: 500 })
      const answer = await fetch(signed.url, { method: "PUT", headers: signed.headers, body: bytes, signal })
      if (!answer.ok) throw new ProblemError({ code: "unreachable", status: answer.status })
      return bytes.byteLength
    } catch (error) {
      signal.throwIfAborted()
      // What the API refuses for good is not tried again.
      const refused =
        error instanceof ProblemError && error.status >= 400 && error.status < 500 && error.status !== 429
      if (refused || attempt >= tries) throw error
      const after = error instanceof ProblemError ? error.retryAfter : undefined
      await pauseOffline(backoff(attempt, after), signal)
    }
  }
}

/** The first and the last part that have arrived are looked at: that is enough to tell one archive from another. */
async function expectSame(file: File, { parts, partSize }: FileProgress): Promise<void> {
  for (const part of new Set([parts[0], parts.at(-1)])) {
    if (!part) continue
    const from = (part.partNumber - 1) * partSize
    const bytes = await file.slice(from, from + part.byteLength).arrayBuffer()
    if ((await digestOf(bytes)) !== part.sha256) throw new OtherFile()
  }
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
