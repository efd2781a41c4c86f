import { spawn } from "node:child_process"
import { text as read } from "node:stream/consumers"
import { z } from "zod"
import { OpsProblem } from "../problem"

/** How grave a vulnerability is, the least first. */
export const levels = ["low", "moderate", "high", "critical"] as const
export type Level = (typeof levels)[number]

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

/**
 * The known vulnerabilities of the dependencies of this checkout, from a level up.
 * @throws OpsProblem when the registry does not answer
 */
export async function vulnerabilities(level: Level, production: boolean) {
  const report = await npmAudit(production)
  const grave = levels.slice(levels.indexOf(level)) as readonly string[]
  return Object.values(report.vulnerabilities)
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
}

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
