import { isIP } from "node:net"
import { command } from "../../command"
import { periodArgs, periodOf } from "../../logs/period"
import { facts, table } from "../../output"
import { OpsProblem } from "../../problem"
import { type Block, blocksOf, most, requestsOf } from "../../security/requests"
import { heading, listed, moment } from "../../security/show"

export default command({
  summary: "tells what one address did: its requests, who they were, and what the firewall blocked",
  details: "On the local stage, where no CDN vouches for addresses, all callers are called unknown.",
  examples: [
    "security ip 192.0.2.1 --stage production",
    "security ip 2001:db8::1 --since 7d --stage production",
  ],
  args: {
    address: { type: "positional", required: true, description: "of version 4 or 6" },
    ...periodArgs,
    since: { ...periodArgs.since, default: "1h" },
  },
  async run({ args, stage }) {
    const address = args.address.toLowerCase()
    if (!isIP(address) && !(stage.isLocal && address === "unknown"))
      throw new OpsProblem(`"${args.address}" is no address.`, "Write 192.0.2.1 or 2001:db8::1.")
    const period = periodOf(args)
    const requests = await requestsOf(stage.log("api"), period, `$.sourceIp = "${address}"`)
    const blocks: Block[] = stage.isLocal
      ? []
      : await blocksOf(stage.log("waf"), period, `$.httpRequest.clientIp = "${address}"`)
    const [first, last] = [requests[0], requests.at(-1)]
    const data = {
      address,
      requests: requests.length,
      blocked: blocks.length,
      first: first ? new Date(first.at).toISOString() : null,
      last: last ? new Date(last.at).toISOString() : null,
      statuses: most(requests, ({ status }) => String(status)),
      paths: most(requests, ({ method, path }) => `${method} ${path}`),
      people: most(requests, ({ userId }) => userId),
      userAgents: most(requests, ({ userAgent }) => userAgent, 5),
      rules: most(blocks, ({ rule }) => rule),
    }
    const latest = requests.slice(-20).map(({ at, duration, ...one }) => ({
      ...one,
      at: moment(at),
      took: `${duration} ms`,
    }))
    const text = [
      facts({
        ...data,
        statuses: listed(data.statuses),
        paths: listed(data.paths.slice(0, 5)),
        people: listed(data.people),
        userAgents: listed(data.userAgents),
        rules: listed(data.rules),
      }),
      ...(latest.length > 0
        ? [
            `${heading("Its latest requests")}\n${table(latest, [
              { of: "at" },
              { of: "status" },
              { of: "took", align: "right" },
              { of: "method" },
              { of: "path" },
              { of: "userId" },
              { of: "requestId" },
            ])}`,
          ]
        : []),
    ].join("\n\n")
    return { data: { ...data, latest: requests.slice(-20) }, text }
  },
})
