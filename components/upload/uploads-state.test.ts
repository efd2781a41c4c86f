import { describe, expect, it } from "vitest"
import { noUploads, type Upload, type UploadsEvent, type UploadsState, uploadsState } from "./uploads-state"
import { nextToStart, readiness, tally } from "./uploads-view"

const upload = (key: string, over: Partial<Upload> = {}): Upload => ({
  key,
  file: new File(["x"], `${key}.jpg`),
  preview: `blob:${key}`,
  contentType: "image/jpeg",
  altText: "",
  stage: "queued",
  sent: 0,
  ...over,
})
const listOf = (...items: Upload[]): UploadsState => ({ items, refusals: [] })
const following = (state: UploadsState, ...events: UploadsEvent[]) => events.reduce(uploadsState, state)
const order = (state: UploadsState) => state.items.map(({ key }) => key).join("")

describe("one photo", () => {
  it("goes from queued to ready", () => {
    const steps: [UploadsEvent, Partial<Upload>][] = [
      [{ type: "started", key: "a" }, { stage: "hashing" }],
      [
        { type: "hashed", key: "a", sha256: "5a" },
        { stage: "hashing", sha256: "5a" },
      ],
      [
        { type: "sending", key: "a", photoId: "pho_1" },
        { stage: "sending", photoId: "pho_1" },
      ],
      [
        { type: "progressed", key: "a", sent: 7 },
        { stage: "sending", sent: 7 },
      ],
      [{ type: "arrived", key: "a", photoId: "pho_1" }, { stage: "processing" }],
      [
        { type: "ready", key: "a" },
        { stage: "ready", photoId: "pho_1" },
      ],
    ]
    let state = listOf(upload("a"))
    for (const [event, expected] of steps) {
      state = uploadsState(state, event)
      expect(state.items[0]).toMatchObject(expected)
    }
  })

  it("fails with a reason and starts anew without it", () => {
    const failed = following(listOf(upload("a", { stage: "processing", photoId: "pho_1", sent: 9 })), {
      type: "failed",
      key: "a",
      fault: { reason: "corrupt" },
    })
    expect(failed.items[0]).toMatchObject({ stage: "failed", fault: { reason: "corrupt" } })
    const again = following(failed, { type: "retried", key: "a" })
    expect(again.items[0]).toMatchObject({ stage: "queued", sent: 0, photoId: "pho_1" })
    expect(again.items[0]?.fault).toBeUndefined()
  })

  it("gives its place to another file and keeps nothing of itself", () => {
    const state = following(
      listOf(
        upload("a", { stage: "failed", photoId: "pho_1", sha256: "5a", fault: { reason: "corrupt" } }),
        upload("b"),
      ),
      { type: "replaced", key: "a", item: upload("c") },
    )
    expect(order(state)).toBe("cb")
    expect(state.items[0]).toEqual({ ...upload("c"), file: state.items[0]?.file })
  })

  it("is untouched by news about others, and by news that come too late", () => {
    const state = listOf(upload("a"))
    expect(following(state, { type: "ready", key: "b" }, { type: "hashed", key: "b", sha256: "5b" })).toEqual(
      state,
    )
    expect(following(state, { type: "removed", key: "a" }, { type: "ready", key: "a" }).items).toEqual([])
  })
})

describe("the list", () => {
  it("takes photos at its end and says what it refused this time", () => {
    const refusals = [{ name: "a.pdf", bytes: 1, reason: "pdf" as const }]
    const state = following(listOf(upload("a")), { type: "added", items: [upload("b")], refusals })
    expect([order(state), state.refusals]).toEqual(["ab", refusals])
    expect(following(state, { type: "added", items: [], refusals: [] }).refusals).toEqual([])
    expect(following(state, { type: "refusals_read" })).toEqual({ ...state, refusals: [] })
  })

  it.each([
    ["a", 1, "bac"],
    ["a", 2, "bca"],
    ["c", 0, "cab"],
    ["b", 9, "acb"],
    ["b", -1, "bac"],
    ["x", 0, "abc"],
  ])("moves %s to %i", (key, to, expected) => {
    const state = listOf(upload("a"), upload("b"), upload("c"))
    expect(order(following(state, { type: "moved", key, to }))).toBe(expected)
  })

  it("holds the same photo once, and says so", () => {
    const state = following(listOf(upload("a", { sha256: "5a" }), upload("b")), {
      type: "hashed",
      key: "b",
      sha256: "5a",
    })
    expect(order(state)).toBe("a")
    expect(state.refusals).toEqual([{ name: "b.jpg", bytes: 1, reason: "twice" }])
  })

  it("counts", () => {
    const items = [
      upload("a", { stage: "ready", altText: "A boat" }),
      upload("b", { stage: "processing", altText: "  " }),
      upload("c", { stage: "failed" }),
      upload("d", { stage: "hashing" }),
      upload("e"),
    ]
    expect(tally(items)).toEqual({ all: 5, sending: 2, ready: 1, failed: 1, described: 1 })
  })
})

describe("readiness", () => {
  it.each([
    ["empty", []],
    ["sending", ["ready", "sending"]],
    ["sending", ["queued"]],
    ["failed", ["sending", "failed"]],
    ["up", ["processing", "ready"]],
  ] as const)("is %s with %s", (expected, stages) => {
    expect(readiness(stages.map((stage, index) => upload(String(index), { stage })))).toBe(expected)
  })
})

describe("lanes", () => {
  it("start the first photos that wait, three at once", () => {
    const items = [
      upload("a", { stage: "sending" }),
      upload("b", { stage: "processing" }),
      upload("c"),
      upload("d"),
      upload("e"),
    ]
    expect(nextToStart(items, 3).map(({ key }) => key)).toEqual(["c", "d"])
    expect(nextToStart(items, 1)).toEqual([])
    expect(nextToStart(noUploads.items, 3)).toEqual([])
  })
})
