import { SiteProblem } from "../client"
import type { Journey } from "./canary.schema"

/** Takes down how journeys go. */
export function recorder() {
  const journeys: Journey[] = []

  /**
   * Goes one journey.
   * @param go what it does; something false when what it needs has failed
   * @returns what it gave, or undefined when it failed or was skipped
   */
  async function journey<T>(
    name: Journey["name"],
    go: (() => Promise<T>) | false | "" | undefined,
  ): Promise<T | undefined> {
    if (!go) {
      journeys.push({ name, state: "skipped", milliseconds: 0 })
      return undefined
    }
    const began = performance.now()
    const passed = () => Math.round(performance.now() - began)
    try {
      const result = await go()
      journeys.push({ name, state: "ok", milliseconds: passed() })
      return result
    } catch (error) {
      journeys.push({ name, state: "failed", milliseconds: passed(), error: reason(error) })
      return undefined
    }
  }

  return { journeys, journey }
}

function reason(error: unknown): string {
  if (error instanceof SiteProblem) return `${error.status} ${error.code}: ${error.message}`
  if (!(error instanceof Error)) return String(error)
  if (error.name === "TimeoutError" || error.name === "AbortError") return "it took too long"
  // What fetch throws when nothing answers says why only in its cause.
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : ""
  return `${error.message}${cause}`.slice(0, 500)
}
