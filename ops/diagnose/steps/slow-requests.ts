import { examples } from "../scene"
import { fine, type Step } from "../step"
import { counted, routeOf } from "../tally"

/** As the runbook has it. */
export const slow = '{ $.message = "request" && $.duration > 2000 }'

export const slowRequests: Step = {
  asks: "Which requests took more than two seconds?",
  async look({ lines }) {
    const found = await lines("api", slow)
    if (found.length === 0)
      return fine(
        "No request took more than 2000 ms.",
        "The server is quick: look at the network, or at the CDN.",
      )
    const longest = Math.max(...found.map(({ duration }) => Number(duration)))
    return {
      is: "symptom",
      found: `${found.length} did, the slowest ${longest} ms: ${counted(found, routeOf)}`,
      means: "It is slow. The next steps say what they waited for.",
      evidence: examples(found),
    }
  },
}
