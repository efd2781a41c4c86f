import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { Journey } from "../canary/canary.schema"
import { config } from "../config"
import { Storage } from "../storage"
import { Status } from "./index"
import { type PublicIncident, StatusView } from "./status.schema"

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
const at = (time: string) => vi.setSystemTime(new Date(time))
const stateOf = (view: StatusView, name: string) => view.journeys.find((one) => one.name === name)?.state

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] })
  at("2026-11-28T10:10:00Z")
  await Storage.removeAll(config.mediaBucket, "status/")
})
afterEach(() => void vi.useRealTimers())

describe("the status", () => {
  it("says what the canary found: working, slow, down, or not tried", async () => {
    expect(await Status.health()).toMatchObject({ state: "unknown", incidents: [] })
    await Status.noteJourneys(run())
    expect((await Status.health()).state).toBe("working")
    await Status.noteJourneys(
      run({ process: { milliseconds: 15_001 }, feed: { state: "failed" }, share: { state: "skipped" } }),
    )
    const view = await Status.health()
    expect([
      view.state,
      ...["process", "feed", "share", "upload"].map((name) => stateOf(view, name)),
    ]).toEqual(["down", "slow", "down", "unknown", "working"])
    expect(view.journeys.map(({ name, uptime }) => [name, uptime])).toEqual([
      ["sign in", 100],
      ["upload", 100],
      ["process", 100],
      ["feed", 50],
      ["share", 100],
    ])
  })

  it("does not claim to know what nobody has looked at for a quarter of an hour", async () => {
    await Status.noteJourneys(run())
    at("2026-11-28T10:26:01Z")
    expect((await Status.health()).state).toBe("unknown")
    await Status.refresh()
    expect(await Status.page("en")).toContain("We are not sure")
  })

  it("remembers ninety days and no more, however long it goes on", async () => {
    at("2026-06-01T00:00:00Z")
    await Status.noteJourneys(run({ upload: { state: "failed" } }))
    await Status.noteIncidents([
      incident({ openedAt: "2026-06-01T00:00:00.000Z", resolvedAt: "2026-06-01T01:00:00.000Z" }),
    ])
    at("2026-08-29T23:00:00Z")
    await Status.noteJourneys(run())
    expect((await Status.health()).journeys[1]?.days).toHaveLength(2)
    at("2026-08-30T00:00:00Z")
    const { journeys, incidents } = await Status.health()
    expect(journeys[1]).toMatchObject({ uptime: 100, days: [{ day: "2026-08-29", runs: 1 }] })
    expect(incidents).toEqual([])
  })

  it("loses none of several runs and incidents that are written at the same time", async () => {
    await Promise.all([
      Status.noteJourneys(run()),
      Status.noteIncidents([incident()]),
      Status.noteJourneys(run()),
    ])
    const { journeys, incidents, state } = await Status.health()
    expect([journeys[0]?.days[0]?.runs, incidents.length, state]).toEqual([2, 1, "down"])
    const page = await Status.page("en")
    expect(page).toContain("Uploads fail")
  })
})

describe("the page", () => {
  beforeEach(async () => {
    await Status.noteJourneys(run())
    await Status.noteIncidents([
      incident(),
      incident({
        id: "inc_0",
        state: "resolved",
        impact: "slow",
        journeys: ["feed"],
        openedAt: "2026-10-01T10:00:00.000Z",
        resolvedAt: "2026-10-01T11:00:00.000Z",
      }),
    ])
  })

  it("is there in both languages and as JSON, where the CDN looks for it", async () => {
    const keys = await Storage.keys(config.mediaBucket, "status/")
    expect(keys.sort()).toEqual(["status/index.html", "status/index.json", "status/ja/index.html"])
    expect(StatusView.parse(JSON.parse(await Status.page("json")))).toMatchObject({ state: "down" })
    const [en, ja] = [await Status.page("en"), await Status.page("ja")]
    expect(en).toContain('<html lang="en">')
    expect(ja).toContain("アップロードできません")
    // A text without a translation says in which language it is.
    expect(ja).toContain('<span lang="en">We look.</span>')
  })

  it("escapes what operators write, runs no script and loads nothing from elsewhere", async () => {
    const page = await Status.page("en")
    expect(page).toContain("Uploads fail &lt;today&gt;")
    expect(page).not.toMatch(/<script|src=|style="|url\(/)
    expect(page).toMatch(
      /content="default-src &#39;none&#39;; img-src &#39;self&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;/,
    )
  })

  it("draws a stroke for each day: of no check, a good one, a slow one and a bad one", async () => {
    const [, upload = "", , feed = ""] =
      (await Status.page("en")).match(/<div class="days".*?<\/div>/gs) ?? []
    expect(upload.match(/<i/g)).toHaveLength(90)
    expect(upload).toMatch(/<i class="n"><\/i><i class="d"><\/i><\/div>$/)
    expect(feed).toMatch(/<i class="w"><\/i>.*<i><\/i><\/div>$/)
    expect(feed).toContain("disturbed on 1 Oct")
  })
})
