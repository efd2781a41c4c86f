import { randomUUID } from "node:crypto"
import { type Environment, type FunctionSource, startEnvironment, Unloadable } from "./environment"

export type LocalFunction = {
  /**
   * @param requestId stays the same when the same event is tried again, as Lambda's does
   * @throws the function's error, or why its process did not answer
   */
  invoke(event: unknown, requestId?: string): Promise<unknown>
  /** Starts a process ahead of the first event. */
  warm(): void
  /** Later events run the source as it is now; an event in work ends in the old one. */
  reload(): void
  close(): void
}

/**
 * A function, run in as many processes as there are events at once, so that a crash is the failure of exactly the
 * event that caused it. Source that does not load (a typing error in the middle of an edit) fails no event: they
 * wait until it does.
 */
export function localFunction(source: FunctionSource & { report: (line: string) => void }): LocalFunction {
  const all = new Set<Environment>()
  const idle: Environment[] = []
  let current = new AbortController()
  let closed = false

  function launch() {
    const environment = startEnvironment(source)
    all.add(environment)
    return environment
  }

  function end(environment: Environment) {
    all.delete(environment)
    environment.end()
  }

  function takeIdle() {
    for (let candidate = idle.pop(); candidate; candidate = idle.pop()) {
      if (candidate.isAlive()) return candidate
      all.delete(candidate)
    }
    return undefined
  }

  async function attempt(event: unknown, requestId: string) {
    const generation = current
    const environment = takeIdle() ?? launch()
    try {
      return await environment.invoke(event, requestId)
    } finally {
      if (environment.isAlive() && generation === current && !closed) idle.push(environment)
      else end(environment)
    }
  }

  return {
    warm() {
      if (idle.length === 0 && !closed) idle.push(launch())
    },
    async invoke(event, requestId = randomUUID()) {
      for (;;) {
        if (closed) throw new Error("The launcher stops.")
        const { signal } = current
        try {
          return await attempt(event, requestId)
        } catch (error) {
          if (!(error instanceof Unloadable)) throw error
          if (!signal.aborted) {
            source.report(`does not load, its events wait: ${error.message}`)
            await changeOr(5000, signal)
          }
        }
      }
    },
    reload() {
      idle.splice(0).forEach(end)
      current.abort()
      current = new AbortController()
    },
    close() {
      closed = true
      current.abort()
      for (const environment of [...all]) end(environment)
    },
  }
}

/** Resolves when the source changed, or after a while in case something else was put right. */
function changeOr(ms: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener("abort", end)
  })
}
