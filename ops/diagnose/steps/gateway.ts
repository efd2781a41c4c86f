import { some } from "../../number"
import { blocksOf } from "../../security/requests"
import { examples } from "../scene"
import { fine, type Step, unknown } from "../step"

/** What API Gateway answered by itself: no function was asked. */
export const gatewayAnswers = (status: 403 | 429): Step => ({
  asks: status === 429 ? "Did API Gateway throttle?" : "Did API Gateway refuse by itself?",
  async look({ stage, lines }) {
    if (stage.isLocal) return unknown("The local stage has no gateway: the server answers everything.")
    const found = await lines("access", `{ $.status = ${status} && $.integrationStatus = "-" }`)
    if (found.length === 0) return fine("It answered nothing by itself.")
    return {
      is: "cause",
      found: `${some(found.length, "request")} never reached the server`,
      means:
        status === 429
          ? "More came at once than apiRate and apiBurst of infra/stages.ts allow."
          : "No route fits, or the gateway's own authorisation refused them.",
      evidence: examples(found),
      cause:
        status === 429
          ? `API Gateway throttles: ${some(found.length, "request")} turned away before the server.`
          : `API Gateway refuses by itself: ${some(found.length, "request")}.`,
      next: `logs access --filter '{ $.status = ${status} }'`,
      times: found.length,
    }
  },
})

export const firewall: Step = {
  asks: "Did the firewall block them?",
  async look({ stage, period }) {
    if (stage.isLocal) return unknown("The local stage has no firewall.")
    const blocks = await blocksOf(stage.log("waf"), period)
    if (blocks.length === 0) return fine("It blocked nothing.")
    const rules = [...new Set(blocks.map(({ rule }) => rule))].slice(0, 3).join(", ")
    return {
      is: "cause",
      found: `${some(blocks.length, "request")}, by ${rules}`,
      means: "Blocked requests are answered with 403 before anything of ours hears of them.",
      evidence: blocks
        .slice(-3)
        .map(({ address, method, uri, rule }) => `${address} ${method} ${uri} (${rule})`),
      cause: `The firewall blocks: ${some(blocks.length, "request")}, by ${rules}.`,
      next: "security waf",
      times: blocks.length,
    }
  },
}
