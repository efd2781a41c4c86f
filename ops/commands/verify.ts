import { Canary } from "../../core/canary"
import { canaryPassword } from "../canary-password"
import { command } from "../command"
import { mark, table } from "../output"
import { type Check, skipped } from "../verify/check"
import { whoIsTold } from "../verify/contacts"
import { dns } from "../verify/dns"
import { headers } from "../verify/headers"
import { health } from "../verify/health"
import { patienceWith, shown } from "./canary"

export default command({
  summary: "looks whether a deployment works: health, CDN headers, DNS, a canary's journeys",
  details:
    "Exit code 1 when anything is not fine. It changes nothing but what the canary makes and takes away again.",
  examples: ["verify", "verify --stage production --no-canary"],
  args: {
    canary: {
      type: "boolean",
      default: true,
      description: "play the canary's journeys",
      negativeDescription: "without the canary, which needs its secret",
    },
  },
  async run({ args, stage }) {
    const outputs = await stage.outputs()
    const { site, api, distribution } = outputs
    const password = args.canary ? await canaryPassword(stage) : undefined
    const hosts = [...new Set([site, api].map((origin) => new URL(origin).hostname))]
    const checks: Check[] = [
      ...(await Promise.all([...new Set([site, api])].map((origin) => health(origin, stage.name)))),
      distribution ? await headers(site) : { name: "CDN headers", ...skipped("this stage has no CDN") },
      ...(stage.isLocal
        ? [{ name: "DNS", ...skipped("not on a laptop") }]
        : await Promise.all(hosts.map((host) => dns(host)))),
      whoIsTold(outputs),
    ]
    const journeys = password ? await Canary.play(site, { password, patience: patienceWith(stage) }) : []
    const rows = checks.map(({ ok, ...row }) => ({ ok: mark(ok), ...row }))
    const ok = checks.every((one) => one.ok !== false) && Canary.isFine(journeys)
    const text = [
      table(rows, [{ of: "ok", as: "" }, { of: "name", as: "check" }, { of: "found" }]),
      ...(journeys.length > 0 ? [shown(journeys)] : []),
      ok ? `Stage ${stage.name} is fine.` : `Stage ${stage.name} is NOT fine.`,
    ].join("\n\n")
    return { data: { stage: stage.name, ok, checks, journeys }, text, ok }
  },
})
