import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { Drill } from "../../core/drill"
import { table } from "../../core/table"
import { temporaryFolder } from "../../local/test-kit"
import { given } from "../../testing/given"
import { slow } from "../../testing/slow"
import { costOf } from "../cost/cost-of"
import { findCommand } from "../registry"
import { stageOver } from "../testing/local-stage"
import { npmSays } from "../testing/npm"
import { seeded } from "../testing/seeded"
import { chart } from "./chart"
import { filesOf, lastReport, write } from "./files"
import { html } from "./html"
import { makeReport } from "./make"
import { markdown } from "./markdown"
import { fingerprintOf } from "./parts/errors"
import { changesOf, type Report, reportOf } from "./report"
import { en } from "./words-en"
import { ja } from "./words-ja"

const quiet = { say: () => {} }
const section = ({ sections }: Report, title: string) => {
  const found = sections.find((one) => one.title === title)
  if (!found) throw new Error(`no section ${title}`)
  return found
}

describe("the week's report", () => {
  it("says what needs a person first, and what each part found", slow, async () => {
    await npmSays({ message: "request to https://registry.npmjs.org failed" })
    const stage = await stageOver(await temporaryFolder(), seeded())
    const ada = await given.person()
    const { photoId } = await given.upload(ada, await given.jpeg())
    const updatedAt = new Date(Date.now() - 3_600_000).toISOString()
    await table().photo.patch({ photoId }).set({ state: "processing", updatedAt }).go()
    await Drill.record({ kind: "system" }, { kind: "restore", by: "ada", ok: true, proof: [] })
    await Drill.record({ kind: "system" }, { kind: "alarm", by: "ada", ok: false, proof: [] })
    const report = await makeReport(stage, { kind: "weekly", lang: "en", ...quiet })
    const needs = report.needs.map(({ what }) => what)
    // Three kinds of errors are seeded: seven of one, two and one of the others, and one that is a week too old.
    expect(section(report, "Errors")).toMatchObject({
      state: "needs",
      said: ["10 errors of 3 kinds, the most frequent first."],
    })
    expect(
      section(report, "Errors").tables?.[0]?.rows.map(([times, log, what]) => [times, log, what]),
    ).toEqual([
      ["7", "image-processing", "call failed: ImageRejected: photo … has # pixels"],
      ["2", "api", "S3 PutObject failed: TimeoutError: no answer within # ms"],
      ["1", "table-changed", "projection failed: Error: boom"],
    ])
    // 700 requests this week, 350 the week before; twice as many photos.
    const rows = section(report, "Metrics").tables?.[0]?.rows ?? []
    expect(rows).toContainEqual(["Count", "sum", "700", "350", "+100 %"])
    expect(rows).toContainEqual(["5xx", "sum", "14", "–", "–"])
    expect(section(report, "Dependencies")).toMatchObject({
      state: "unknown",
      said: [expect.stringContaining("request to https://registry.npmjs.org failed")],
    })
    expect(section(report, "Photos in work").state).toBe("needs")
    expect(section(report, "Drills").tables?.[0]?.rows.map(([, proof]) => proof)).toEqual([
      new Date().toISOString().slice(0, 10),
      "never",
      "never",
      "never",
      "never",
    ])
    expect(needs[0]).toBe("1 photo neither became ready nor failed.")
    expect(needs).toContain('Drill "alarm" failed the last time it was tried.')
    expect(needs).toContain('Drill "rollback" is overdue; last proof: never.')
    expect(needs.some((need) => need.includes('"restore"'))).toBe(false)
    for (const { command = "" } of report.needs)
      expect(findCommand(command.split(" ")), command).toBeDefined()
  })

  it("compares with the last one in its folder: what is known is no news", slow, async () => {
    await npmSays({ vulnerabilities: {} }, 0)
    const stage = await stageOver(await temporaryFolder(), seeded())
    const folder = await temporaryFolder()
    const first = await makeReport(stage, { kind: "weekly", lang: "en", ...quiet })
    expect([first.previous, first.changes]).toEqual([null, []])
    const before = {
      ...first,
      until: new Date(Date.now() - 7 * 86_400_000).toISOString(),
      madeAt: "last week",
    }
    await write({ ...before, figures: { ...before.figures, errors: 5, "Count Sum": 690 } }, folder)
    const today = new Date().toISOString().slice(0, 10)
    const last = await lastReport(folder, "weekly", today)
    expect(await lastReport(folder, "monthly", today)).toBeUndefined()
    const second = await makeReport(stage, { kind: "weekly", lang: "ja", ...quiet, ...(last && { last }) })
    expect(second.previous).toBe("last week")
    expect(second.changes).toEqual([{ name: "errors", before: 5, now: 10 }])
    expect(section(second, "エラー").state).toBe("ok")
    expect(second.needs.some(({ what }) => what.includes("新しいエラー"))).toBe(false)
    const files = await write(second, folder)
    expect(files.map((file) => path.extname(file))).toEqual([".md", ".html", ".json"])
    // One of the same day is not what it is held against.
    expect((await lastReport(folder, "weekly", today))?.madeAt).toBe("last week")
    await writeFile(path.join(folder, `weekly-${"0".repeat(4)}-01-01.json`), "{")
    await expect(lastReport(folder, "weekly", "0001-01-01")).rejects.toThrow("is no report")
  })
})

describe("the month's report", () => {
  it("says what use cost, and where time went", slow, async () => {
    const stage = await stageOver(await temporaryFolder(), seeded())
    const report = await makeReport(stage, { kind: "monthly", lang: "en", ...quiet })
    const [facts, bill] = section(report, "Cost by use").tables ?? []
    const costs = await costOf(stage, { since: Date.now() - 30 * 86_400_000, until: Date.now() })
    expect(facts?.rows).toContainEqual(["Photos", String(costs.photos)])
    expect(bill?.rows.map(([feature]) => feature)).toEqual(
      expect.arrayContaining(["Process", "Feed", "Keeping"]),
    )
    expect(section(report, "The account's bill").said).toEqual(["There is none of this on a laptop."])
    // The feed: 700 + 350 requests of 40 ms, half of it the table. The upload: seven of 2500 ms, most of it storage.
    expect(section(report, "Where time goes").tables?.[0]?.rows).toEqual([
      ["GET /api/feed/home", "1,050", "40 ms", "40 ms", "50 %", "0 %", "50 %"],
      ["POST /api/uploads", "7", "2,500 ms", "2,500 ms", "4 %", "80 %", "16 %"],
      ["page /p", "7", "120 ms", "120 ms", "25 %", "0 %", "75 %"],
    ])
    expect(report.needs.map(({ what }) => what)).toContain(
      "POST /api/uploads takes over two seconds: p95 2,500 ms.",
    )
  })

  it("is there although a part of it cannot be read", async () => {
    const dataDir = await temporaryFolder()
    const stage = await stageOver(dataDir, {})
    await mkdir(path.join(dataDir, "logs", "api.log"))
    const report = await makeReport(stage, { kind: "monthly", lang: "en", ...quiet })
    expect(section(report, "Where time goes")).toMatchObject({ state: "unknown" })
    expect(report.needs).toContainEqual({ what: "Where time goes could not be looked at." })
    expect(section(report, "Capacity and indexes").state).toBe("ok")
  })
})

const plain = {
  kind: "weekly",
  stage: "local",
  lang: "en",
  since: "2026-11-21",
  until: "2026-11-28",
  madeAt: "now",
} as const

describe("a report is written", () => {
  const nasty = '<script>alert("x")</script> | &'
  const report = reportOf(
    plain,
    [
      {
        title: nasty,
        state: "needs",
        said: [nasty],
        charts: [{ title: nasty, value: "3", values: [1, undefined, 3], kind: "line", from: "a", to: "b" }],
        tables: [{ columns: [{ as: nasty, align: "right" }], rows: [[nasty]] }],
        needs: [{ what: nasty, command: nasty }],
      },
    ],
    undefined,
  )

  it("as a page that runs nothing and loads nothing", () => {
    const page = html(report)
    expect(page).not.toMatch(/<script|<link|<img|https?:|url\(|@import|\son\w+=/i)
    expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; | &amp;")
    expect(page).toContain("default-src 'none'")
    expect(page.indexOf(en.needs)).toBeLessThan(page.indexOf(en.changes))
  })

  it("as Markdown whose tables hold", () => {
    const text = markdown(report)
    expect(text).toContain('| <script>alert("x")</script> \\| & |')
    expect(text.indexOf(`## ${en.needs}`)).toBeLessThan(text.indexOf(`## ${en.changes}`))
    expect(text).toContain("`▃·█`")
  })

  it("in three files, those of a language beside each other", async () => {
    const folder = await temporaryFolder()
    await write(report, folder)
    await write({ ...report, lang: "ja" }, folder)
    expect((await readdir(folder)).sort()).toEqual(
      ["html", "ja.html", "ja.json", "ja.md", "json", "md"].map((end) => `weekly-2026-11-28.${end}`),
    )
    expect(JSON.parse(await readFile(path.join(folder, "weekly-2026-11-28.json"), "utf8"))).toEqual(
      JSON.parse(JSON.stringify(report)),
    )
    expect(filesOf(report)).toHaveLength(3)
  })
})

it("a chart draws what was counted, to scale, and nothing where nobody counted", () => {
  const one = { title: "t", value: "", from: "", to: "" }
  // The ground is at 55; the highest is 50 high.
  expect(chart({ ...one, kind: "bars", values: [10, undefined, 5, 0] }).match(/ y="[\d.]+"/g)).toEqual([
    ' y="4"',
    ' y="29"',
    ' y="54"',
  ])
  expect(chart({ ...one, kind: "line", values: [10, undefined, 5, 10] })).toContain(
    'd="M0 4h.1M160 29h.1L240 4"',
  )
})

it("errors are the same whoever they were about, and whenever", () => {
  const error = (message: string, at = "run") => ({
    message: "m",
    error: { name: "E", message, stack: `E\n at ${at} (x.js:1)` },
  })
  const one = fingerprintOf("api", error("photo pho_01J0000000000000000000000A took 31 ms"))
  expect(fingerprintOf("api", error("photo pho_01J0000000000000000000000B took 7 ms"))).toEqual(one)
  expect(fingerprintOf("api", error("photo pho_01J0000000000000000000000A took 31 ms", "other")).id).not.toBe(
    one.id,
  )
  expect(fingerprintOf("digest", error("photo pho_01J0000000000000000000000A took 31 ms")).id).not.toBe(
    one.id,
  )
})

it("a change is told from a tenth on, the greatest first", () => {
  expect(changesOf({ a: 100, b: 100, c: 100, gone: 1 }, { a: 109, b: 50, c: 100, fresh: 3 })).toEqual([
    { name: "fresh", before: null, now: 3 },
    { name: "gone", before: 1, now: null },
    { name: "b", before: 100, now: 50 },
  ])
})

it("says the same in both languages", () => {
  const names = (words: object): string[] =>
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === "object" && !Array.isArray(value)
        ? names(value).map((inner) => `${name}.${inner}`)
        : [Array.isArray(value) ? `${name}[${value.length}]` : name],
    )
  expect(names(ja)).toEqual(names(en))
})
