import { some } from "../../number"
import { fine, type Step } from "../step"
import { slow } from "./slow-requests"

export const coldStarts: Step = {
  asks: "Were they the first of a new instance of the server?",
  async look({ lines }) {
    const requests = await lines("api", slow)
    const cold = requests.filter(({ coldStart }) => coldStart === true).length
    if (cold === 0) return fine("None was.")
    const found = `${cold} of ${some(requests.length, "slow request")} began an instance`
    if (cold * 2 < requests.length)
      return { is: "symptom", found, means: "Most were not: that is not what makes it slow." }
    return {
      is: "cause",
      found,
      means: "People wait while the server starts: after a pause, after a deployment, or in a rush.",
      cause: `Cold starts: ${found}.`,
      next: "optimize lambda",
      times: cold,
    }
  },
}
