import { describe, expect, it } from "vitest"
import { npmSays } from "../testing/npm"
import { ops } from "../testing/ops"

/** As npm prints it: https://docs.npmjs.com/cli/commands/npm-audit */
const vulnerability = (name: string, severity: string) => ({
  name,
  severity,
  isDirect: false,
  via: [
    {
      source: 1,
      name,
      title: `Something bad in ${name}`,
      url: "https://github.com/advisories/GHSA-1",
      severity,
      range: "<2",
    },
  ],
  effects: [],
  range: "<2",
  nodes: [`node_modules/${name}`],
  fixAvailable: { name, version: "2.0.0", isSemVerMajor: true },
})

const audit = (...words: string[]) => ops("security", "audit", "--stage", "staging", ...words)

describe("security audit (row 53)", () => {
  it("fails from moderate up, and says what to do about it", async () => {
    const vulnerabilities = {
      a: vulnerability("a", "low"),
      b: vulnerability("b", "moderate"),
      c: vulnerability("c", "critical"),
    }
    await npmSays({ auditReportVersion: 2, vulnerabilities })
    const { code, out } = await audit("--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { name: "b", severity: "moderate", fix: "b 2.0.0", why: "Something bad in b" },
      { name: "c", severity: "critical" },
    ])
    expect(JSON.parse((await audit("--level", "critical", "--json")).out)).toMatchObject([{ name: "c" }])
  })

  it("is fine with what is below, and with nothing", async () => {
    await npmSays({ auditReportVersion: 2, vulnerabilities: { a: vulnerability("a", "low") } })
    expect(await audit()).toMatchObject({ code: 0 })
    await npmSays({ auditReportVersion: 2, vulnerabilities: {} }, 0)
    expect(await audit("--level", "low")).toMatchObject({ code: 0 })
  })

  it("that the registry does not answer is no success", async () => {
    await npmSays({ message: "405 Method Not Allowed", error: { summary: "", detail: "" } })
    expect(await audit()).toMatchObject({
      code: 1,
      errors: expect.stringContaining("405 Method Not Allowed"),
    })
  })
})
