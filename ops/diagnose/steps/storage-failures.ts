import { functionOf } from "../../logs/source"
import { some } from "../../number"
import { examples } from "../scene"
import { fine, type Step } from "../step"
import { errorOf, tally } from "../tally"

export const storageFailures: Step = {
  asks: "Did storage fail?",
  async look({ linesOf }) {
    const failed = await linesOf(["api", "image-processing", "stream"], '{ $.message = "S3 * failed" }')
    const others = failed.filter(
      (line) => !/^(AccessDenied|RequestTimeTooSkewed|403)/.test(errorOf(line).name),
    )
    const [first] = tally(
      others,
      (line) => `${line.message} in ${functionOf(line.log)} (${errorOf(line).code ?? errorOf(line).name})`,
    )
    if (!first) return fine("No call of it failed.", "What it refused for a reason of its own is told below.")
    return {
      is: "cause",
      found: `${some(others.length, "call")} failed, mostly ${first.value}`,
      means: "Storage cannot be reached, is throttled, or its bucket is not there.",
      evidence: examples(first.lines),
      cause: `Storage fails: ${first.value}, ${some(first.times, "time")}.`,
      next: "logs api --filter S3",
      times: others.length,
    }
  },
}
