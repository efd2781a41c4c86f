import { readFile } from "node:fs/promises"
import { Release } from "../../../core/release"
import { command } from "../../command"

export default command({
  summary: "notes a deployment and how it turned out; scripts/deploy.sh does so by itself",
  examples: [
    "releases record --stage staging --tag staging-20260101T000000Z-1a2b3c4 --commit <40 digits> --by me --outcome good --yes",
  ],
  args: {
    tag: { type: "string", required: true, description: "the git tag that was deployed" },
    commit: { type: "string", required: true, description: "the commit, 40 digits" },
    by: { type: "string", required: true, description: "who deployed it" },
    outcome: {
      type: "enum",
      options: ["good", "bad"],
      required: true,
      description: "whether it was deployed and verified",
    },
    "instead-of": { type: "string", description: "the tag that it takes the place of, for a rollback" },
    domain: { type: "string", description: "the site's domain it was deployed with" },
    certificate: { type: "string", description: "the certificate it was deployed with" },
  },
  leavesRecord: true,
  changes: ({ args }) => `note that ${args.tag} was deployed and is ${args.outcome}`,
  async run({ args, stage }) {
    await stage.link()
    const { tag, commit, by, outcome, domain, certificate, "instead-of": insteadOf } = args
    const outputs = JSON.parse(await readFile(".sst/outputs.json", "utf8").catch(() => "{}"))
    const release = await Release.record(
      { kind: "system" },
      {
        tag,
        commit,
        by,
        outcome,
        ...(insteadOf ? { insteadOf } : {}),
        ...(domain ? { domain } : {}),
        ...(certificate ? { certificate } : {}),
        ...(outputs.stage === stage.name ? { outputs } : {}),
      },
    )
    return { data: release, text: `Noted: ${tag} is ${outcome}.` }
  },
})
