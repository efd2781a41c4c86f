import { describe, expect, it } from "vitest"
import type { PhotoView } from "@/core/photo/photo.schema"
import { hashes, upload } from "./testing"
import type { Upload } from "./upload"
import { stopped, type UploadEvent, type UploadsState, uploadsState } from "./uploads-state"
import { bytesOf, readiness, tally } from "./uploads-view"

const listOf = (...items: Upload[]): UploadsState => ({ items, refusals: [] })
const following = (state: UploadsState, ...events: UploadEvent[]) => events.reduce(uploadsState, state)
const order = (state: UploadsState) => state.items.map(({ key }) => key).join("")
const plan = { kind: "multipart", partSize: 5, parts: 2 } as const
const photo = (state: PhotoView["state"], reason?: PhotoView["reason"]): PhotoView => ({
  id: "pho_1",
  state,
  reason,
})

describe("one photo", () => {
  it("goes from queued to ready", () => {
    const steps: [UploadEvent, Partial<Upload>][] = [
      [{ type: "started", key: "a" }, { stage: "hashing" }],
      [
        { type: "hashed", key: "a", hashes: hashes("5a") },
        { stage: "hashing", hashes: hashes("5a") },
      ],
      [
        { type: "begun", key: "a", photoId: "pho_1", plan },
        { stage: "started", photoId: "pho_1", plan },
      ],
      [
        { type: "sending", key: "a" },
        { stage: "sending", plan: undefined },
      ],
      [
        { type: "progressed", key: "a", sent: 7 },
        { stage: "sending", sent: 7 },
      ],
      [
        { type: "waiting", key: "a", for: "network" },
        { stage: "sending", sent: 7, waiting: "network" },
      ],
      [
        { type: "progressed", key: "a", sent: 8 },
        { sent: 8, waiting: undefined },
      ],
      [
        { type: "arrived", key: "a", photoId: "pho_1" },
        { stage: "processing", arrived: true },
      ],
      [
        { type: "settled", key: "a", photo: photo("ready") },
        { stage: "ready", photo: photo("ready") },
      ],
    ]
    let state = listOf(upload("a"))
    for (const [event, expected] of steps) {
      state = uploadsState(state, event)
      expect(state.items[0]).toMatchObject(expected)
    }
  })

  it.each([
    ["queued", {}, {}],
    ["started", { photoId: "pho_1" }, { again: undefined }],
    ["processing", { photoId: "pho_1", arrived: true }, { again: true }],
  ] as const)("that failed goes on as %s", (stage, before, after) => {
    const failed = listOf(upload("a", { ...before, stage: "failed", fault: { reason: "corrupt" } }))
    const again = following(failed, { type: "retried", key: "a" })
    expect(again.items[0]).toMatchObject({ ...before, ...after, stage, fault: undefined })
  })

  it("says why what arrived is no photo", () => {
    const state = following(listOf(upload("a", { stage: "processing", again: true })), {
      type: "settled",
      key: "a",
      photo: photo("failed", "corrupt"),
    })
    expect(state.items[0]).toMatchObject({ stage: "failed", fault: { reason: "corrupt" }, again: undefined })
  })

  it("begins anew when the server lost it, but not for ever", () => {
    const sent = upload("a", {
      stage: "sending",
      photoId: "pho_1",
      sent: 9,
      hashes: hashes("5a"),
      kept: true,
    })
    const anew = following(listOf(sent), { type: "lost", key: "a", startKey: "second" })
    expect(anew.items[0]).toEqual({ ...anew.items[0], ...upload("a"), file: sent.file, startKey: "second" })
    expect(anew.items[0]).toMatchObject({ photoId: undefined, hashes: hashes("5a"), kept: true })
    const lostAgain = following(anew, { type: "lost", key: "a", startKey: "third" })
    expect(lostAgain.items[0]).toMatchObject({ stage: "failed", fault: { reason: "internal" } })
  })

  it("is read again when what arrived was not what was sent", () => {
    const failed = { stage: "failed", hashes: hashes("5a"), kept: true } as const
    const anew = (reason: "mismatch" | "never_arrived") =>
      following(listOf(upload("a", { ...failed, fault: { reason } })), {
        type: "lost",
        key: "a",
        startKey: "second",
      }).items[0]
    expect(anew("mismatch")).toMatchObject({ stage: "queued", hashes: undefined, kept: true })
    expect(anew("never_arrived")).toMatchObject({ stage: "queued", hashes: hashes("5a") })
  })

  it("stops where it is", () => {
    expect(stopped(upload("a", { stage: "hashing" })).stage).toBe("queued")
    expect(stopped(upload("a", { stage: "sending", sent: 5, waiting: "server" }))).toMatchObject({
      stage: "started",
      sent: 5,
      waiting: undefined,
    })
    expect(stopped(upload("a", { stage: "processing" })).stage).toBe("processing")
  })

  it("gives its place and its words to another file and keeps nothing else of itself", () => {
    const old = upload("a", {
      stage: "failed",
      photoId: "pho_1",
      hashes: hashes("5a"),
      altText: "A boat",
      kept: true,
      renewed: true,
    })
    const item = upload("c")
    const state = following(listOf(old, upload("b")), { type: "replaced", key: "a", item })
    expect(order(state)).toBe("cb")
    expect(state.items[0]).toEqual({ ...item, altText: "A boat" })
  })

  it("is untouched by news about others, and by news that come too late", () => {
    const state = listOf(upload("a"))
    expect(following(state, { type: "sending", key: "b" })).toBe(state)
    expect(following(state, { type: "removed", key: "a" }, { type: "sending", key: "a" }).items).toEqual([])
  })
})

describe("the list", () => {
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
    const state = following(listOf(upload("a", { hashes: hashes("5a") }), upload("b")), {
      type: "hashed",
      key: "b",
      hashes: hashes("5a"),
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
      upload("e", { stage: "started" }),
    ]
    expect(tally(items)).toEqual({ all: 5, sending: 2, ready: 1, failed: 1, described: 1 })
  })

  it("adds up the bytes of what can be sent", () => {
    const file = new File(["12345"], "a.jpg")
    const items = [
      upload("a", { file, stage: "ready", sent: 2 }),
      upload("b", { file, stage: "sending", sent: 3 }),
      upload("c", { file, stage: "failed", sent: 1 }),
    ]
    expect(bytesOf(items)).toEqual({ all: 10, sent: 8 })
  })

  it.each([
    ["empty", []],
    ["sending", ["ready", "sending"]],
    ["sending", ["started"]],
    ["failed", ["sending", "failed"]],
    ["up", ["processing", "ready"]],
  ] as const)("is %s with %s", (expected, stages) => {
    expect(readiness(stages.map((stage, index) => upload(String(index), { stage })))).toBe(expected)
  })
})
