import { ProblemError } from "@/components/api-call"

type Request = {
  method: "POST" | "PUT"
  url: string
  headers?: Record<string, string>
  body: Blob | FormData
}

/** Milliseconds without a byte moving after which a connection counts as dead. */
const silence = 60_000

/**
 * Sends bytes straight to storage. XMLHttpRequest, because fetch cannot tell how far an upload is.
 * @throws ProblemError `unreachable` when the network fails or nothing moves, `storage` when it is refused; the
 * signal's reason when that fires
 */
export function transmit(
  { method, url, headers = {}, body }: Request,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const request = new XMLHttpRequest()
  const stop = () => request.abort()
  let deadline: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(deadline)
    deadline = setTimeout(stop, silence)
  }
  return new Promise<void>((resolve, reject) => {
    const unreachable = () => reject(new ProblemError({ code: "unreachable", status: 0 }))
    request.upload.onprogress = ({ loaded }) => {
      watch()
      onProgress(loaded)
    }
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new ProblemError({ code: "storage", status: request.status }))
    request.onerror = unreachable
    request.onabort = () => (signal.aborted ? reject(signal.reason) : unreachable())
    signal.addEventListener("abort", stop)
    request.open(method, url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    watch()
    request.send(body)
    if (signal.aborted) stop()
  }).finally(() => {
    clearTimeout(deadline)
    signal.removeEventListener("abort", stop)
  })
}
