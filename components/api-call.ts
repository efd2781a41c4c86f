import { modeChanged } from "./mode-changed"

type Fault = { path: string; message: string }

/**
 * A refusal of the API, in the reader's language. Its code is one of RFC 9457 answers' closed list, `unreachable`
 * when no answer came.
 */
export class ProblemError extends Error {
  readonly code: string
  readonly status: number
  /** A sentence for the reader; absent when the answer carried none. */
  readonly detail?: string
  readonly errors: readonly Fault[]
  /** Which refusal of its code it is, where there are several. */
  readonly reason?: string
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number

  constructor(problem: Pick<ProblemError, "code" | "status"> & Partial<ProblemError>) {
    super(problem.detail ?? problem.code)
    this.name = "ProblemError"
    this.code = problem.code
    this.status = problem.status
    this.detail = problem.detail
    this.errors = problem.errors ?? []
    this.reason = problem.reason
    this.retryAfter = problem.retryAfter
  }
}

/**
 * Calls the API with JSON.
 * @returns the parsed answer; undefined for 204
 * @throws ProblemError for every refusal and when there is no answer; AbortError when the signal fires
 */
export async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  init: { headers?: Record<string, string>; signal?: AbortSignal; keepalive?: boolean } = {},
): Promise<T> {
  const answer = await send(path, {
    method,
    signal: init.signal,
    // What is set or taken away is shown as done at once: it is done also where the page is left in that moment.
    keepalive: init.keepalive ?? (method === "PUT" || method === "DELETE"),
    headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...init.headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (answer.status === 204) return undefined as T
  try {
    return (await answer.json()) as T
  } catch (error) {
    // The line was cut in the middle of the answer, or somebody else's page came in its place.
    if (init.signal?.aborted) throw error
    throw new ProblemError({ code: "unreachable", status: 0 })
  }
}

let signedInAs: string | undefined

/** From here on this tab calls as this person alone: whoever signs in elsewhere meanwhile is refused here. */
export function callAs(userId: string) {
  signedInAs = userId
}

/**
 * Sends one request in the language of the page.
 * @param alsoFine statuses that are answers although they are not 2xx
 * @throws ProblemError for every other status and when there is no answer
 */
export async function send(path: string, init: RequestInit, alsoFine = (_status: number) => false) {
  const headers = new Headers(init.headers)
  headers.set("Accept-Language", document.documentElement.lang)
  if (signedInAs && path.startsWith("/api/")) headers.set("X-Signed-In-As", signedInAs)
  let answer: Response
  try {
    answer = await fetch(path, { ...init, headers })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError({ code: "unreachable", status: 0 })
  }
  if (!answer.ok && !alsoFine(answer.status)) throw await problemOf(answer)
  return answer
}

async function problemOf(answer: Response) {
  const problem: Partial<ProblemError> = await answer.json().catch(() => ({}))
  if (problem.code === "unavailable" && problem.reason) window.dispatchEvent(new Event(modeChanged))
  const retryAfter = Number(answer.headers.get("Retry-After"))
  return new ProblemError({
    ...problem,
    code: problem.code ?? "internal",
    status: answer.status,
    retryAfter: retryAfter > 0 ? retryAfter : undefined,
  })
}
