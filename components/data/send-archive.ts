import { imports } from "@/components/api/imports"
import { ProblemError } from "@/components/api-call"
import { timely } from "@/components/upload/engine/passing"
import { transmit } from "@/components/upload/engine/transmit"
import type { FileProgress, ImportView } from "@/core/import/import.schema"
import { patiently } from "./patiently"

/** The file that was chosen is not the one that was begun, or no longer what it was when it was chosen. */
export class OtherFile extends Error {}

type Sending = {
  view: ImportView
  /** The files in the order of the import. */
  files: readonly File[]
  onProgress: (sent: number) => void
  signal: AbortSignal
}

/** One file on its way. */
type Sent = {
  id: string
  number: number
  file: File
  told: (bytes: number) => void
  signal: AbortSignal
}

/** Parts that are under way at a time. */
const atOnce = 3

/**
 * Sends what storage lacks of the files of an archive, part by part, and completes each. A cut line costs the parts that
 * were under way; what has arrived is never sent again. Once it has ended, however it did, nothing of it goes on.
 * @throws OtherFile, ProblemError
 */
export async function sendArchive({ view, files, onProgress, signal: stopped }: Sending): Promise<void> {
  const end = new AbortController()
  const signal = AbortSignal.any([stopped, end.signal])
  let sent = 0
  const told = (bytes: number) => {
    if (signal.aborted) return
    sent += bytes
    onProgress(sent)
  }
  try {
    for (const [number, file] of files.entries()) await sendFile({ id: view.id, number, file, told, signal })
  } finally {
    end.abort()
  }
}

async function sendFile(sent: Sent): Promise<void> {
  const { id, number, file, told, signal } = sent
  const progress = await patiently(() => imports.progress(id, number, timely(signal)), signal)
  if (progress.arrived) told(file.size)
  else await sendRest(sent, progress)
  // Also what has arrived: whoever joined it may not have come to note it.
  await patiently(() => imports.complete(id, number, signal), signal)
}

async function sendRest(sent: Sent, progress: FileProgress): Promise<void> {
  const { file, told } = sent
  const { partSize, parts } = progress
  await expectSame(file, progress)
  told(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  const have = new Set(parts.map(({ partNumber }) => partNumber))
  const count = Math.ceil(file.size / partSize)
  const left = Array.from({ length: count }, (_, i) => i + 1).filter((part) => !have.has(part))
  const work = async () => {
    for (let part = left.shift(); part; part = left.shift()) told(await sendPart(sent, part, partSize))
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

async function sendPart({ id, number, file, signal }: Sent, partNumber: number, partSize: number) {
  const bytes = await read(file, (partNumber - 1) * partSize, partNumber * partSize)
  const sha256 = await digestOf(bytes)
  await patiently(async () => {
    const { parts } = await imports.sign(id, number, { partNumber, sha256 }, timely(signal))
    const [signed] = parts
    if (!signed) throw new ProblemError({ code: "internal", status: 500 })
    const { url, headers } = signed
    await transmit({ method: "PUT", url, headers, body: new Blob([bytes]) }, () => {}, signal)
  }, signal)
  return bytes.byteLength
}

/** The first and the last part that have arrived are looked at: that is enough to tell one archive from another. */
async function expectSame(file: File, { parts, partSize }: FileProgress): Promise<void> {
  for (const part of new Set([parts[0], parts.at(-1)])) {
    if (!part) continue
    const from = (part.partNumber - 1) * partSize
    const bytes = await read(file, from, from + part.byteLength)
    if ((await digestOf(bytes)) !== part.sha256) throw new OtherFile()
  }
}

/** A browser gives nothing of a file that was moved or changed since it was chosen. */
const read = (file: File, start: number, end: number): Promise<ArrayBuffer> =>
  file
    .slice(start, end)
    .arrayBuffer()
    .catch(() => {
      throw new OtherFile()
    })

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}
