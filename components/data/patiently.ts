import { ProblemError } from "@/components/api-call"
import { passing, untilNextTry } from "@/components/upload/engine/passing"

/** How often something is tried: with growing pauses, for about ten minutes. */
const tries = 24
/** Tries that storage may refuse, each with a fresh address, before that stands. */
const refusals = 3

/**
 * Tries until it succeeds or is refused for good.
 * @throws what stands, and the signal's reason when it fires
 */
export async function patiently<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
  let refused = 0
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await run()
    } catch (error) {
      signal.throwIfAborted()
      const cause = passing(error)
      const mayPass = cause ? cause !== "person" : isOfStorage(error) && ++refused <= refusals
      if (!mayPass || attempt >= tries) throw error
      await untilNextTry(attempt, error, signal)
    }
  }
}

/** An address that is too old, say: asking for another helps. */
const isOfStorage = (error: unknown) => error instanceof ProblemError && error.code === "storage"
