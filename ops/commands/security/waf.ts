import { command } from "../../command"
import { periodArgs, periodOf } from "../../logs/period"
import { table } from "../../output"
import { blocksOf, most } from "../../security/requests"
import { heading, moment } from "../../security/show"

export default command({
  summary: "tells what the firewall blocked: by which rules, from where, and what was asked for",
  details: 'From its log in us-east-1, { $.action = "BLOCK" }. The local stage has no firewall.',
  examples: ["security waf --stage production", "security waf --since 7d --stage production --json"],
  args: { ...periodArgs, since: { ...periodArgs.since, default: "24h" } },
  async run({ args, stage }) {
    const blocks = await blocksOf(stage.log("waf"), periodOf(args))
    const data = {
      blocked: blocks.length,
      rules: most(blocks, ({ rule }) => rule),
      addresses: most(blocks, ({ address }) => address),
      countries: most(blocks, ({ country }) => country),
      uris: most(blocks, ({ method, uri }) => `${method} ${uri}`),
      latest: blocks.slice(-20),
    }
    const parts = Object.entries({
      Rules: data.rules,
      Addresses: data.addresses,
      Countries: data.countries,
      "Asked for": data.uris,
    }).map(([title, values]) => {
      const rows = table(values, [{ of: "times", align: "right" }, { of: "value" }], { head: false })
      return `${heading(title)}\n${rows}`
    })
    const latest = table(
      data.latest.map(({ at, ...block }) => ({ at: moment(at), ...block })),
      [{ of: "at" }, { of: "address" }, { of: "country" }, { of: "rule" }, { of: "method" }, { of: "uri" }],
    )
    const text =
      blocks.length === 0
        ? `The firewall blocked nothing since ${args.since}.`
        : [`${blocks.length} requests were blocked.`, ...parts, `${heading("The latest")}\n${latest}`].join(
            "\n\n",
          )
    return { data, text }
  },
})
