import { describe, expect, it } from "vitest"
import { robots } from "./robots"

describe("robots.txt", () => {
  it("lets search engines in, but for what is somebody's own", () => {
    const { rules, sitemap } = robots({ stage: "production", allowAiTraining: false })
    const [everybody] = [rules].flat()
    expect(sitemap).toBe("http://localhost:3000/sitemap.xml")
    expect(everybody).toMatchObject({ userAgent: "*", allow: expect.arrayContaining(["/", "/api/oembed"]) })
    const closed = [everybody?.disallow].flat()
    expect(closed).toEqual(
      expect.arrayContaining(["/api/", "/settings", "/ja/settings", "/drafts", "/search"]),
    )
    // A rule holds for every address that begins so.
    for (const open of [
      "/p/pst_1",
      "/u/ada",
      "/t/fog",
      "/explore",
      "/trending",
      "/embed/pst_1",
      "/ja/u/ada",
    ]) {
      expect(closed.filter((path) => open.startsWith(path ?? "/"))).toEqual([])
    }
  })

  it("keeps out who trains models, unless the site lets them in", () => {
    const keptOut = (allowAiTraining: boolean) =>
      [robots({ stage: "production", allowAiTraining }).rules]
        .flat()
        .filter(({ disallow }) => disallow === "/")
        .flatMap(({ userAgent }) => userAgent)
    expect(keptOut(false)).toEqual(
      expect.arrayContaining(["GPTBot", "ClaudeBot", "Google-Extended", "CCBot"]),
    )
    expect(keptOut(false)).not.toContain("*")
    expect(keptOut(true)).toEqual([])
  })

  it.each(["staging", "development", "pr-12"])("lets nobody in on the stage %s", (stage) => {
    expect(robots({ stage, allowAiTraining: true })).toEqual({ rules: { userAgent: "*", disallow: "/" } })
  })
})
