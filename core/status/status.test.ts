import { beforeEach, describe, expect, it } from "vitest"
import { ownStorage } from "../../testing/own-storage"
import type { Journey } from "../canary/canary.schema"
import { config } from "../config"
import { Storage } from "../storage"
import { Status } from "./index"
import { pageOf } from "./page"
import { type PublicIncident, StatusView } from "./status.schema"
import { counted, judged } from "./tally"

ownStorage()

const names = ["sign in", "upload", "process", "feed", "share", "clean up"] as const
const run = (change: Partial<Record<string, Partial<Journey>>> = {}): Journey[] =>
  names.map((name) => ({ name, state: "ok", milliseconds: 900, ...change[name] }))

const incident = (change: Partial<PublicIncident> = {}): PublicIncident => ({
  id: "inc_1",
  title: { en: "Uploads fail <today>", ja: "アップロードできません" },
  state: "investigating",
  impact: "down",
  journeys: ["upload"],
  openedAt: "2026-11-28T10:00:00.000Z",
  updates: [{ at: "2026-11-28T10:05:00.000Z", state: "investigating", text: { en: "We look." } }],
  ...change,
})
const day = "2026-11-28T10:10:00.000Z"
const site = { name: "Ichimai", url: "https://photos.example" }
const empty = judged({ site, state: "unknown", updatedAt: day, journeys: [], incidents: [] }, day)
const stateOf = (view: StatusView, name: string) => view.journeys.find((one) => one.name === name)?.state

describe("the status", () => {
  it("says what the canary found: working, slow, down, or not tried", () => {
    expect(empty.state).toBe("unknown")
    const fine = judged(counted(empty, run(), day), day)
    expect(fine.state).toBe("working")
    const trouble = {
      process: { milliseconds: 15_001 },
      feed: { state: "failed" },
      share: { state: "skipped" },
    }
    const view = judged(counted(fine, run(trouble as Parameters<typeof run>[0]), day), day)
    expect([
      view.state,
      ...["process", "feed", "share", "upload"].map((name) => stateOf(view, name)),
    ]).toEqual(["down", "slow", "down", "unknown", "working"])
    expect(view.journeys.map(({ uptime }) => uptime)).toEqual([100, 100, 100, 50, 100])
  })

  it("does not claim to know what nobody has looked at for a quarter of an hour", () => {
    const view = counted(empty, run(), day)
    expect(judged(view, "2026-11-28T10:26:00.000Z").state).toBe("working")
    const late = judged(view, "2026-11-28T10:26:01.000Z")
    expect([late.state, pageOf(late, "en")]).toEqual(["unknown", expect.stringContaining("We are not sure")])
  })

  it("remembers ninety days and no more, however long it goes on", () => {
    const over = { openedAt: "2026-06-01T00:00:00.000Z", resolvedAt: "2026-06-01T01:00:00.000Z" }
    let view = { ...empty, incidents: [incident(over)] }
    const once = (at: string, change = {}) => {
      view = judged(counted(view, run(change), at), at)
    }
    once("2026-06-01T00:00:00.000Z", { upload: { state: "failed" } })
    once("2026-08-29T23:00:00.000Z")
    expect([view.journeys[1]?.days.length, view.incidents.length]).toEqual([2, 1])
    once("2026-08-30T00:00:00.000Z")
    expect(view.journeys[1]).toMatchObject({
      uptime: 100,
      days: [{ day: "2026-08-29" }, { day: "2026-08-30" }],
    })
    expect(view.incidents).toEqual([])
  })
})

describe("what is written", () => {
  beforeEach(() => Storage.removeAll(config.mediaBucket, "status/"))

  it("is there in both languages and as JSON, where the CDN looks for it", async () => {
    expect(await Status.health()).toMatchObject({ state: "unknown", incidents: [] })
    await Status.noteJourneys(run())
    const keys = await Storage.keys(config.mediaBucket, "status/")
    expect(keys.sort()).toEqual(["status/index.html", "status/index.json", "status/ja/index.html"])
    expect(StatusView.parse(JSON.parse(await Status.page("json")))).toMatchObject({ state: "working" })
    expect([await Status.page("en"), await Status.page("ja")]).toEqual([
      expect.stringContaining("Everything works"),
      expect.stringContaining("すべて正常です"),
    ])
  })

  it("loses none of several runs and incidents that are written at the same time", async () => {
    await Promise.all([
      Status.noteJourneys(run()),
      Status.noteIncidents([incident()]),
      Status.noteJourneys(run()),
    ])
    const { journeys, incidents, state } = await Status.health()
    expect([journeys[0]?.days[0]?.runs, incidents.length, state]).toEqual([2, 1, "down"])
    expect(await Status.page("en")).toContain("Uploads fail")
  })
})

describe("the page", () => {
  const past = incident({
    id: "inc_0",
    state: "resolved",
    impact: "slow",
    journeys: ["feed"],
    openedAt: "2026-10-01T10:00:00.000Z",
    resolvedAt: "2026-10-01T11:00:00.000Z",
  })
  const view = judged({ ...counted(empty, run(), day), incidents: [incident(), past] }, day)
  const page = pageOf(view, "en")

  it("escapes what operators write, runs no script and loads nothing from elsewhere", () => {
    expect(page).toContain("Uploads fail &lt;today&gt;")
    expect(page).not.toMatch(/<script|src=|style="|url\(/)
    expect(page).toMatch(
      /content="default-src &#39;none&#39;; img-src &#39;self&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;/,
    )
  })

  it("says in which language a text is that has no translation", () => {
    const japanese = pageOf(view, "ja")
    expect(japanese).toContain("アップロードできません")
    expect(japanese).toContain('<span lang="en">We look.</span>')
  })

  it("draws a stroke for each day: of no check, a good one, a slow one and a bad one", () => {
    const [, upload = "", , feed = ""] = page.match(/<div class="days".*?<\/div>/gs) ?? []
    expect(upload.match(/<i/g)).toHaveLength(90)
    expect(upload).toMatch(/<i class="n"><\/i><i class="d"><\/i><\/div>$/)
    expect(feed).toMatch(/<i class="w"><\/i>.*<i><\/i><\/div>$/)
    expect(feed).toContain("disturbed on 1 Oct")
  })
})
