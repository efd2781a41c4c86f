import { CloudFrontClient, GetInvalidationCommand } from "@aws-sdk/client-cloudfront"
import { command } from "../../command"
import { distributionOf } from "../../distribution"
import { facts } from "../../output"
import { exit, OpsProblem } from "../../problem"
import { global } from "../../stage"

export default command({
  summary: "says how far an invalidation of the CDN is",
  details: "Exit code 0 when every edge has forgotten the paths, 1 while it is in progress.",
  examples: ["cache status I2J3EXAMPLE --stage production"],
  args: { id: { type: "positional", required: true, description: "what `cache invalidate` said" } },
  async run({ args, stage }) {
    const DistributionId = await distributionOf(stage)
    const found = await stage
      .client(CloudFrontClient, global)
      .send(new GetInvalidationCommand({ DistributionId, Id: args.id }))
      .catch((error: Error) => {
        if (error.name !== "NoSuchInvalidation") throw error
        throw new OpsProblem(`The CDN knows no invalidation ${args.id}.`, undefined, exit.failed)
      })
    const { Id, Status, CreateTime, InvalidationBatch } = found.Invalidation ?? {}
    const data = {
      id: Id,
      status: Status,
      since: CreateTime?.toISOString(),
      paths: InvalidationBatch?.Paths?.Items ?? [],
    }
    return { data, text: facts({ ...data, paths: data.paths.join(" ") }), ok: Status === "Completed" }
  },
})
