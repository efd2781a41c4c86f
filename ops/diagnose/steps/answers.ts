import { config } from "../../../core/config"
import { Storage } from "../../../core/storage"
import { probe } from "../../../core/table"
import { some } from "../../number"
import { examples, type Scene } from "../scene"
import { type Finding, fine, type Step } from "../step"
import { errorOf } from "../tally"

/** How long each may take, in milliseconds. */
const patience = 5000
const away =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|TimeoutError|ServiceUnavailable|InternalServerError/

const answering = (what: string, ask: (scene: Scene, signal: AbortSignal) => Promise<unknown>): Step => ({
  asks: `Does ${what} answer?`,
  async look(scene) {
    await scene.link()
    const began = performance.now()
    try {
      await ask(scene, AbortSignal.timeout(patience))
    } catch (error) {
      return silent(what, error as Error)
    }
    return fine(`It answers within ${Math.ceil(performance.now() - began)} ms.`)
  },
})

function silent(what: string, error: Error): Finding {
  const { name, code, message } = errorOf({ error } as never)
  return {
    is: "cause",
    found: `${code ?? name}: ${message || "no answer"}`,
    means: "Nothing can be read or written; public pages come from the CDN for an hour.",
    cause: `${what.charAt(0).toUpperCase()}${what.slice(1)} does not answer (${code ?? name}).`,
    next: "health",
  }
}

export const tableAnswers = answering("the table", (_, signal) => probe(signal))
export const storageAnswers = answering("storage", async ({ stage }, signal) => {
  const { media } = await stage.outputs()
  await Storage.probe(media ?? config.mediaBucket, signal)
})

/** Whether requests failed because table or storage were away, be they back or not. */
export const outages: Step = {
  asks: "Were table or storage away for some requests?",
  async look({ lines }) {
    const failed = await lines("api", '{ ($.message = "request failed") || ($.message = "page failed") }')
    const found = failed.filter((line) => {
      const { name, code = "", message } = errorOf(line)
      return away.test(`${name} ${code} ${message}`)
    })
    const last = found.at(-1)
    if (!last) return fine("For none.")
    const { name, code } = errorOf(last)
    return {
      is: "cause",
      found: `${some(found.length, "request")} could not reach them, the last at ${new Date(last.event.at).toISOString()}`,
      means: "They were answered with 503 and Retry-After; nothing was half-written.",
      evidence: examples(found),
      cause: `The table or storage was away: ${code ?? name} in ${some(found.length, "request")}.`,
      next: "health",
      times: found.length,
    }
  },
}
