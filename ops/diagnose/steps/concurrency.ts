import { some } from "../../number"
import { fine, type Step, unknown } from "../step"

export const concurrency: Step = {
  asks: "Does Lambda hold functions back?",
  async look({ stage, metrics }) {
    if (stage.isLocal) return unknown("The local stage runs as many as are called.")
    const held = (await metrics("lambda")).filter(
      ({ series: { metric }, value = 0 }) => metric === "Throttles" && value > 0,
    )
    if (held.length === 0) return fine("None was held back.")
    const found = held.map(({ series: { of }, value = 0 }) => `${of} ${some(value, "time")}`).join(", ")
    return {
      is: "cause",
      found,
      means: "More run at once than the account, or the function's own bound, allows.",
      cause: `The concurrency of Lambda is used up: ${found}.`,
      next: "optimize lambda",
      times: held.reduce((sum, { value = 0 }) => sum + value, 0),
    }
  },
}
