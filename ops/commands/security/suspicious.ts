import { command } from "../../command"
import { periodArgs, periodOf } from "../../logs/period"
import { table } from "../../output"
import { requestsOf } from "../../security/requests"
import { heading, listed, moment } from "../../security/show"
import { bounds, suspicious } from "../../security/suspicious"

/** As the runbook has it. */
const bad = `{ $.responseTime > ${bounds.slow} || $.status >= 400 }`

export default command({
  summary: "looks for suspicious access: addresses that stand out, bursts of errors, slow requests",
  details: [
    "From the server's own log, which has the visitors' addresses; the gateway sees the CDN's alone. Exit code 1 when",
    "something stands out. Then: security ip <address>, security waf; security block cuts an address off.",
  ].join("\n"),
  examples: [
    "security suspicious --stage production",
    "security suspicious --since 24h --stage production --json",
  ],
  args: { ...periodArgs, since: { ...periodArgs.since, default: "1h" } },
  async run({ args, stage }) {
    const period = periodOf(args)
    const found = suspicious(await requestsOf(stage.log("api"), period))
    let gateway = 0
    for await (const _ of stage.log("access").search({ ...period, filter: bad })) gateway++
    const ok = found.bursts.length === 0 && found.addresses.every(({ why }) => why.length === 0)
    return { data: { ...found, gateway, ok }, text: shown(found, gateway, ok), ok }
  },
})

type Found = ReturnType<typeof suspicious>

const shown = ({ requests, addresses, bursts, slow }: Found, gateway: number, ok: boolean) =>
  [
    `${requests} requests; ${gateway} of the gateway's were slow or refused (${bad}).`,
    ...part(
      "Addresses",
      addresses.map((one) => ({ ...one, why: one.why.join(", ") })),
      ["address", "requests", "errors", "refused", "limited", "missing", "slow", "why"],
    ),
    ...part(
      "Bursts of errors",
      bursts.map(({ at, errors, statuses, paths }) => ({
        at: moment(at),
        errors,
        statuses: listed(statuses),
        paths: listed(paths),
      })),
      ["at", "errors", "statuses", "paths"],
    ),
    ...part(
      "Slowest requests",
      slow.map(({ at, duration, ...one }) => ({ ...one, at: moment(at), took: `${duration} ms` })),
      ["at", "took", "status", "method", "path", "address", "requestId"],
    ),
    ok ? "Nothing stands out." : "Something STANDS OUT.",
  ].join("\n\n")

function part<Row extends Record<string, unknown>>(
  title: string,
  rows: Row[],
  columns: (keyof Row & string)[],
) {
  if (rows.length === 0) return []
  return [
    `${heading(title)}\n${table(
      rows,
      columns.map((of) => ({ of })),
    )}`,
  ]
}
