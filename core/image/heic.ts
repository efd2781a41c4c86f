import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import type { Raw } from "sharp"
import { heicWorker } from "./heic-worker"
import { ImageRejected } from "./rejected"

/** heif_error_code: a file type, a feature or a coding that the decoder does not have. */
const UNSUPPORTED = [3, 4, 11]

type Fault = { message: string; code?: number; full: boolean }
type Answer = { pixels: Raw & { data: Uint8Array<ArrayBuffer> } } | { fault: Fault }

/** What one file may take: `memory` in bytes. */
export type HeicLimits = { seconds: number; memory: number }

/** Pixels for sharp, and how they lie. */
export type DecodedHeic = { data: Buffer; raw: Raw }

/**
 * Decodes the primary picture of a HEIC, upright, to 8 bits a channel; their values stay what they are. The decoder is
 * loaded when it is needed, and runs in a thread that ends with it: that returns its memory, and keeps it in its time.
 * @throws ImageRejected (corrupt, unsupported, too_many_pixels, timeout); any other error is the machine's
 */
export async function decodeHeic(bytes: Buffer, { seconds, memory }: HeicLimits): Promise<DecodedHeic> {
  const decoder = createRequire(import.meta.url).resolve("libheif-js/wasm-bundle")
  const worker = new Worker(heicWorker, {
    eval: true,
    workerData: { bytes, decoder, maxMemory: memory },
    // It decodes what a stranger sent, and needs to know nothing of us; nor what we were started with.
    env: {},
    execArgv: [],
  })
  try {
    const answer = await answerOf(worker, seconds)
    if ("fault" in answer) throw rejection(answer.fault)
    const { data, ...raw } = answer.pixels
    return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), raw }
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, seconds: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new ImageRejected("timeout", "heic")), 1000 * seconds)
    worker.once("message", resolve)
    worker.once("error", reject)
    worker.once("exit", (code) => {
      clearTimeout(late)
      reject(new Error(`The decoder of HEIC ended without an answer (${code}).`))
    })
  })
}

function rejection({ message, code, full }: Fault): ImageRejected {
  const cause = { cause: new Error(message) }
  if (full) return new ImageRejected("too_many_pixels", "heic", cause)
  const isUnknown = code !== undefined && UNSUPPORTED.includes(code)
  return new ImageRejected(isUnknown ? "unsupported" : "corrupt", "heic", cause)
}
