import { ProblemError } from "@/components/api-client"

type Target = { url: string; fields: Record<string, string> }

/**
 * Sends a file straight to storage with a form that the server signed. XMLHttpRequest, because fetch cannot tell how
 * far an upload is.
 * @throws ProblemError `unreachable` when the network fails, `refused` when storage does not take it
 */
export function postFile(
  file: File,
  target: Target,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(target.fields)) form.append(name, value)
  form.append("file", file)
  const request = new XMLHttpRequest()
  const abort = () => request.abort()
  return new Promise<void>((resolve, reject) => {
    request.upload.onprogress = ({ loaded }) => onProgress(Math.min(loaded, file.size))
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new ProblemError({ code: "refused", status: request.status }))
    request.onerror = () => reject(new ProblemError({ code: "unreachable", status: 0 }))
    request.onabort = () => reject(signal.reason)
    signal.addEventListener("abort", abort)
    request.open("POST", target.url)
    request.send(form)
  }).finally(() => signal.removeEventListener("abort", abort))
}
