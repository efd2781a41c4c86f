import { setTimeout as sleep } from "node:timers/promises"

/** What the site refused, in the words of its problem document. */
export class SiteProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail)
    this.name = "SiteProblem"
  }
}

/** The cookies of one visitor of one site. Domain and path do not matter here: there is one of each. */
export class CookieJar {
  readonly #cookies = new Map<string, string>()

  /** Keeps what an answer sets and drops what it takes back. */
  keep(headers: Headers) {
    for (const line of headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";")
      const at = pair.indexOf("=")
      const name = pair.slice(0, at).trim()
      if (attributes.some(takesBack)) this.#cookies.delete(name)
      else this.#cookies.set(name, pair.slice(at + 1).trim())
    }
  }

  /** Keeps what the site knows a browser by, whether it is reached by https or not. */
  keepDevice(value: string) {
    for (const name of ["device", "__Host-device"]) this.#cookies.set(name, value)
  }

  /** The `Cookie` header. */
  toString() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  }
}

function takesBack(attribute: string) {
  const [name = "", value = ""] = attribute.split("=")
  const lower = name.trim().toLowerCase()
  if (lower === "max-age") return Number(value) <= 0
  return lower === "expires" && Date.parse(value) <= Date.now()
}

export interface Patience {
  /** The longest wait, in seconds, that a busy site may ask for. */
  longestWait?: number
  /** Told before each such wait. */
  onWait?: (seconds: number) => void
  /** Ends it, with the signal's reason. */
  signal?: AbortSignal
}

/**
 * Fetches, and fetches again when the site asks to wait (429 and 503 with `Retry-After`).
 * @returns the answer, whose status is below 400
 * @throws SiteProblem for every other answer
 */
export async function fetchPatiently(url: string, init: RequestInit, patience: Patience): Promise<Response> {
  for (;;) {
    const response = await fetch(url, { ...init, signal: patience.signal })
    if (response.status < 400) return response
    const seconds = Number(response.headers.get("retry-after") ?? Number.NaN)
    const busy = response.status === 429 || response.status === 503
    if (!busy || !(seconds <= (patience.longestWait ?? 120))) throw await problemOf(response, seconds)
    await response.body?.cancel()
    patience.onWait?.(seconds)
    await sleep(seconds * 1000, undefined, { signal: patience.signal })
  }
}

async function problemOf(response: Response, wait: number) {
  const text = await response.text()
  const { code, detail, title, errors, requestId } = problemFields(text)
  const said = detail ?? title ?? (text.slice(0, 200) || response.statusText)
  const faults = errors ? `: ${errors.map((e) => `${e.path} (${e.message})`).join(", ")}` : ""
  const later = Number.isNaN(wait) ? "" : ` The site asks to wait ${wait} s.`
  const trace = requestId ? ` [request ${requestId}]` : ""
  return new SiteProblem(response.status, code ?? "unknown", `${said}${faults}${later}${trace}`)
}

interface ProblemFields {
  code?: string
  title?: string
  detail?: string
  errors?: { path: string; message: string }[]
  requestId?: string
}

function problemFields(text: string): ProblemFields {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
