import { sha256 } from "./sha256"

/**
 * The SHA-256 of a file, in hex, computed beside the page so that scrolling and typing stay smooth; on the page
 * itself where the browser gives no worker.
 */
export async function hashFile(file: File): Promise<string> {
  try {
    return await hashInWorker(file)
  } catch {
    return sha256(file)
  }
}

function hashInWorker(file: File): Promise<string> {
  const worker = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" })
  return new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<string>) => resolve(data)
    worker.onerror = reject
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
