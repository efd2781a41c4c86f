import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"
import { counted, routeOf, tally } from "../tally"
import { slow } from "./slow-requests"

const call = '{ $.message = "table call slow" }'

export const slowQueries: Step = {
  asks: "Did they wait for a query of the table?",
  async look({ lines }) {
    const [slowCalls, throttled, requests] = await Promise.all([
      lines("api", call),
      lines("api", '{ $.message = "table throttled" }'),
      lines("api", slow),
    ])
    // Where the table turned tries away it was not the query that took its time.
    const excused = new Set(throttled.map((line) => line.request_id))
    const calls = slowCalls.filter((line) => !excused.has(line.request_id))
    const [worst] = tally(calls, ({ operation, index, key }) =>
      [operation, index && `of ${index}`, key && `(${key})`].filter(Boolean).join(" "),
    )
    if (!worst) return fine("No call of the table took more than 500 ms of its own.")
    const longest = Math.max(...worst.lines.map(({ duration }) => Number(duration)))
    const ids = new Set(worst.lines.map((line) => line.request_id))
    const waiting = requests.filter((line) => ids.has(line.request_id))
    const found = `${worst.value} took up to ${longest} ms, ${some(worst.times, "time")}, in ${waiting.length} of ${some(requests.length, "slow request")}`
    const evidence = examples(worst.lines)
    if (waiting.length === 0)
      return { is: "symptom", found, means: "It is slow, and no slow request waited for it.", evidence }
    return {
      is: "cause",
      found,
      means: "It reads more than it shows, or waits for a partition that everybody reads.",
      evidence,
      cause: `A slow query: ${worst.value}, up to ${longest} ms, in ${waiting.length} of ${some(requests.length, "slow request")} (${counted(waiting, routeOf, 3)}).`,
      next: "optimize dynamodb",
      times: waiting.length,
    }
  },
}
