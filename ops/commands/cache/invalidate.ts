import { randomUUID } from "node:crypto"
import { CloudFrontClient, CreateInvalidationCommand } from "@aws-sdk/client-cloudfront"
import { command } from "../../command"
import { distributionOf } from "../../distribution"
import { facts } from "../../output"
import { OpsProblem } from "../../problem"
import { global } from "../../stage"

export default command({
  summary: "makes the CDN forget paths",
  details:
    "Takes a minute or so to reach every edge; `cache status <id>` tells. A thousand paths a month cost nothing.",
  examples: [
    "cache invalidate '/*' --stage production",
    "cache invalidate /p/pst_01J… '/u/ada*' --stage production",
  ],
  args: {
    paths: {
      type: "positional",
      required: true,
      valueHint: "path …",
      description: "each begins with /, and may end with *",
    },
  },
  changes: ({ args }) => `forget ${args._.join(" ")} at the CDN`,
  async run({ args, stage }) {
    const paths = args._
    const wrong = paths.find((path) => !path.startsWith("/"))
    if (wrong !== undefined) throw new OpsProblem(`"${wrong}" does not begin with /.`, "Quote it: '/*'")
    const { Invalidation } = await stage.client(CloudFrontClient, global).send(
      new CreateInvalidationCommand({
        DistributionId: await distributionOf(stage),
        InvalidationBatch: { CallerReference: randomUUID(), Paths: { Quantity: paths.length, Items: paths } },
      }),
    )
    const data = { id: Invalidation?.Id, status: Invalidation?.Status, paths }
    return { data, text: `${facts(data)}\n\n  npm run ops -- cache status ${data.id} --stage ${stage.name}` }
  },
})
