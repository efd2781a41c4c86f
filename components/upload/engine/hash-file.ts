import { type Hashes, hashesOf } from "./hashes"

/**
 * Hashes a file beside the page, so that scrolling and typing stay smooth; on the page itself where the browser gives
 * no worker.
 * @throws DOMException NotReadableError when the file was moved or changed since it was chosen
 */
export async function hashFile(file: File, partSize: number): Promise<Hashes> {
  try {
    return await hashInWorker(file, partSize)
  } catch {
    return hashesOf(file, partSize)
  }
}

function hashInWorker(file: File, partSize: number): Promise<Hashes> {
  const worker = new Worker(new URL("./hash.worker.ts", import.meta.url), { type: "module" })
  return new Promise<Hashes>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Hashes | undefined>) => (data ? resolve(data) : reject())
    worker.onerror = reject
    worker.postMessage({ file, partSize })
  }).finally(() => worker.terminate())
}
