import { describe, expect, it } from "vitest"
import { type Desk, shut } from "./desk-state"
import { nameOf, tasksOf } from "./tasks"
import { post, upload } from "./testing"
import type { Stage } from "./upload"

const deskOf = (posts: Desk["posts"], over: Partial<Desk> = {}): Desk => ({
  ...shut,
  tab: "own",
  posts,
  ...over,
})
const at = (stages: Record<string, Stage>) =>
  Object.entries(stages).map(([key, stage]) => upload(key, { stage, photoId: `pho_${key}` }))
const names = (desk: Desk) => tasksOf(desk).map(nameOf)

describe("what is to be done", () => {
  const items = at({ a: "processing", b: "started", c: "sending", d: "started", e: "started", f: "queued" })

  it("prepares two, sends three, and follows all that arrived; those under way keep their lane", () => {
    expect(names(deskOf([post("p", items)]))).toEqual(["prepare f", "send c", "send b", "send d", "follow a"])
    const more = at({ x: "queued", y: "hashing", z: "queued" })
    expect(names(deskOf([post("p", more)]))).toEqual(["prepare y", "prepare x"])
  })

  it("goes through posts in their order", () => {
    const first = post("p", at({ a: "started", b: "started" }), { draftId: "dft_1" })
    const second = post("q", at({ c: "started", d: "started" }))
    expect(names(deskOf([first, second]))).toEqual(["send a", "send b", "send c"])
  })

  it("is only to follow while paused, and nothing in another tab", () => {
    expect(names(deskOf([post("p", items)], { paused: true }))).toEqual(["follow a"])
    expect(names(deskOf([post("p", items)], { tab: "other" }))).toEqual([])
  })
})

describe("publishing", () => {
  const publishing = { key: "k", sent: false }
  const known = at({ a: "sending", b: "ready" })
  const isPublished = (...args: Parameters<typeof post>) =>
    names(deskOf([post(...args)])).includes("publish p")

  it("waits until the server knows every photo, and no longer", () => {
    expect(isPublished("p", known)).toBe(false)
    expect(isPublished("p", known, { publishing })).toBe(true)
    expect(isPublished("p", [...known, upload("c")], { publishing })).toBe(false)
    expect(isPublished("p", [], { publishing })).toBe(false)
  })

  it("does not happen with a failed photo, nor twice; once asked, the answer is waited for", () => {
    const failed = [...known, ...at({ c: "failed" })]
    expect(isPublished("p", failed, { publishing })).toBe(false)
    expect(isPublished("p", failed, { publishing: { key: "k", sent: true } })).toBe(true)
    expect(isPublished("p", known, { publishing, draftId: "dft_1" })).toBe(false)
  })
})
