import { functionOf } from "../../logs/source"
import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"
import { errorOf, tally } from "../tally"

const logs = ["api", "image-processing", "stream", "every-minute", "background", "housekeeping"] as const
const denied = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|Forbidden|403)$/

export const permissions: Step = {
  asks: "Is a function refused what it needs?",
  async look({ linesOf }) {
    const errors = await linesOf(logs, "{ $.error.name = * }")
    const refused = errors.filter((line) => denied.test(errorOf(line).name))
    const [first] = tally(refused, ({ log, message }) => `${functionOf(log)}: ${message}`)
    if (!first) return fine("Nothing was denied.")
    const [line] = first.lines
    return {
      is: "cause",
      found: `${some(refused.length, "time")}, mostly ${first.value}`,
      means: "Its role lacks a permission, or a policy of the bucket or of the table forbids it.",
      evidence: examples(first.lines),
      cause: `A missing permission: ${first.value}, ${errorOf(line as (typeof refused)[number]).name}, ${some(first.times, "time")}. What functions may do is in infra/permissions.ts.`,
      next: `logs ${line?.log} --filter ${errorOf(line as (typeof refused)[number]).name}`,
      times: refused.length,
    }
  },
}
