const made = new WeakMap<File, Promise<string>>()

/** The decoding that the next one waits for: each takes hundreds of megabytes of memory. */
let last: Promise<unknown> = Promise.resolve()

/**
 * A small picture of a HEIC file, for browsers that cannot read one. The decoder is loaded only now, beside the page.
 * @returns its address
 * @throws when the file cannot be decoded
 */
export function heicPreview(file: File): Promise<string> {
  const known = made.get(file)
  if (known) return known
  const making = last.then(() => decode(file)).then((picture) => URL.createObjectURL(picture))
  last = making.catch(() => undefined)
  made.set(file, making)
  return making
}

function decode(file: File): Promise<Blob> {
  const worker = new Worker(new URL("./heic.worker.ts", import.meta.url), { type: "module" })
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Blob | undefined>) => (data ? resolve(data) : reject())
    worker.onerror = reject
    worker.postMessage(file)
  }).finally(() => worker.terminate())
}
