import { Cdn } from "../../../core/cdn"
import { table } from "../../../core/table"
import { some } from "../../number"
import { fine, type Step } from "../step"

export const waitingInvalidations: Step = {
  asks: "Is there something that the CDN should have forgotten?",
  async look(scene) {
    await scene.link()
    const before = new Date(Date.now() - Cdn.deadline * 1000).toISOString()
    const { data } = await table()
      .invalidation.query.unfinished({})
      .lt({ since: before })
      .go({ limit: 100, count: 100 })
    const [oldest] = data
    if (!oldest) return fine("Every invalidation is confirmed.")
    const runs = await scene.linesOf(["every-minute"], '{ $.message = "every minute" }')
    const last = runs.at(-1)?.event.at
    const run = last ? `every-minute ran last at ${new Date(last).toISOString()}` : "every-minute did not run"
    const paths = data.flatMap(({ paths }) => paths)
    return {
      is: "cause",
      found: `${some(data.length, "invalidation")} waiting, the oldest (${oldest.state}) since ${oldest.since}; ${run}`,
      means: "What they name is still shown as it was to whoever comes to the CDN.",
      evidence: data.slice(-3).map(({ since, state, paths }) => `${since} ${state} ${paths.join(" ")}`),
      cause: `A stale cache: ${some(data.length, "invalidation")} not confirmed in time, and ${run}.`,
      next: `cache invalidate ${paths
        .slice(0, 3)
        .map((path) => `'${path}'`)
        .join(" ")}`,
      remedy: {
        change: `go on with ${some(data.length, "invalidation")} of ${some(paths.length, "path")}`,
        async apply() {
          const ended = await Promise.all(data.map(({ invalidationId }) => Cdn.goOn(invalidationId)))
          const done = ended.filter(Boolean).length
          return `${done} of ${data.length} are confirmed${done < data.length ? ", the CDN works on the others" : ""}`
        },
      },
    }
  },
}
