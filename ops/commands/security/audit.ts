import { spawn } from "node:child_process"
import { text as read } from "node:stream/consumers"
import { z } from "zod"
import { command } from "../../command"
import { table } from "../../output"
import { OpsProblem } from "../../problem"

const levels = ["low", "moderate", "high", "critical"] as const
type Level = (typeof levels)[number]

const Report = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.enum(["info", ...levels]),
      range: z.string(),
      isDirect: z.boolean(),
      fixAvailable: z.union([z.boolean(), z.object({ name: z.string(), version: z.string() })]),
      via: z.array(z.union([z.string(), z.object({ title: z.string(), url: z.string() })])),
    }),
  ),
})

export default command({
  summary: "asks the registry for known vulnerabilities of the dependencies, from moderate up",
  details: "Exit code 1 when there is one. It reads package-lock.json of this checkout; no stage is asked.",
  examples: ["security audit", "security audit --level high --production --json"],
  args: {
    level: {
      type: "enum",
      options: [...levels],
      default: "moderate",
      description: "the least severity that counts",
    },
    production: { type: "boolean", description: "only what is deployed" },
  },
  async run({ args }) {
    const report = await npmAudit(args.production === true)
    const grave = levels.slice(levels.indexOf(args.level as Level)) as readonly string[]
    const found = Object.values(report.vulnerabilities)
      .filter(({ severity }) => grave.includes(severity))
      .map(({ name, severity, range, isDirect, fixAvailable, via }) => {
        const titles = via.flatMap((one) => (typeof one === "string" ? [] : [one]))
        return {
          name,
          severity,
          range,
          direct: isDirect ? "yes" : "no",
          fix:
            typeof fixAvailable === "object"
              ? `${fixAvailable.name} ${fixAvailable.version}`
              : fixAvailable
                ? "yes"
                : "none yet",
          why:
            titles.map(({ title }) => title).join("; ") ||
            `through ${via.filter((one) => typeof one === "string").join(", ")}`,
          more: titles[0]?.url,
        }
      })
    const listed = table(found, [
      { of: "severity" },
      { of: "name" },
      { of: "range" },
      { of: "direct" },
      { of: "fix" },
      { of: "why" },
      { of: "more" },
    ])
    const nothing = `No dependency has a known vulnerability of level ${args.level} or above.`
    return { data: found, text: found.length > 0 ? listed : nothing, ok: found.length === 0 }
  },
})

/** @throws OpsProblem when the registry does not answer */
async function npmAudit(production: boolean): Promise<z.output<typeof Report>> {
  const words = ["audit", "--json", ...(production ? ["--omit=dev"] : [])]
  const npm = spawn("npm", words, { stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" })
  const [out, errors] = await Promise.all([read(npm.stdout), read(npm.stderr)])
  const report = Report.safeParse(parsed(out))
  if (report.success) return report.data
  const said = z.object({ message: z.string() }).safeParse(parsed(out)).data?.message
  throw new OpsProblem(
    "The registry says nothing of vulnerabilities.",
    said ?? errors.trim().split("\n").at(-1),
    1,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
