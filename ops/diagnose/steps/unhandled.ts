import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"
import { counted, errorOf, routeOf, tally } from "../tally"

/** What another service did not do, told by the steps that ask these. */
const outages =
  /ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE|TimeoutError|Throughput|Throttling|SlowDown|AccessDenied|RequestTimeTooSkewed|ServiceUnavailable|InternalServerError/

export const unhandled: Step = {
  asks: "Did our own code throw what nobody expected?",
  async look({ lines }) {
    const failed = await lines("api", '{ ($.message = "request failed") || ($.message = "page failed") }')
    const ours = failed.filter((line) => {
      const { name, message, code = "" } = errorOf(line)
      return !outages.test(`${name} ${code} ${message}`)
    })
    const [first] = tally(ours, (line) => {
      const { name, message, at } = errorOf(line)
      return `${name}: ${message}${at ? `, at ${at}` : ""}`
    })
    if (!first) return fine("No request ended with an error of our own.")
    const last = first.lines.at(-1)?.request_id
    return {
      is: "cause",
      found: `${some(ours.length, "request")} did; ${counted(first.lines, routeOf)}: ${first.value}`,
      means: "The code has a fault there, or met a row that it does not know.",
      evidence: examples(first.lines, 2),
      cause: `An unhandled error: ${first.value}, in ${some(first.times, "request")} of ${counted(first.lines, routeOf, 2)}.`,
      next: last ? `explain ${last}` : `logs api --filter '"page failed"'`,
      times: ours.length,
    }
  },
}
