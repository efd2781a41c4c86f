import { functionOf, type LogName } from "../../logs/source"
import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"
import { errorOf, tally } from "../tally"

const failed =
  '{ ($.message = "call failed") || ($.message = "projection failed") || ($.message = "change unreadable") || ($.message = "photo given up") }'

/** Whether functions fail, of all or of some. */
export const failingFunctions = (
  logs: readonly LogName[] = [
    "image-processing",
    "photo-given-up",
    "stream",
    "every-minute",
    "background",
    "digest",
    "housekeeping",
    "canary",
  ],
): Step => ({
  asks: `Does ${logs.length > 2 ? "a function" : logs.map(functionOf).join(" or ")} fail?`,
  async look({ linesOf }) {
    const lines = await linesOf(logs, failed)
    const [first] = tally(lines, (line) => {
      const { name, message, at } = errorOf(line)
      const what = line.error ? `${name}: ${message}${at ? ` at ${at}` : ""}` : String(line.message)
      return `${functionOf(line.log)} fails: ${what}`
    })
    if (!first) return fine("None failed.")
    return {
      is: "cause",
      found: `${some(lines.length, "time")}; mostly ${first.value}`,
      means:
        "It is tried again; what fails to the end is a dead letter, and what should follow from it does not.",
      evidence: examples(first.lines),
      cause: `${first.value} (${some(first.times, "time")}).`,
      next: "dlq list",
      times: lines.length,
    }
  },
})
