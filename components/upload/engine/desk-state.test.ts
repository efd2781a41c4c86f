import { describe, expect, it } from "vitest"
import { ProblemError } from "@/components/api-call"
import { composing, type Desk, type DeskEvent, deskState, isIdle, shut, wouldLose } from "./desk-state"
import { post, upload } from "./testing"

const deskOf = (...posts: Desk["posts"]): Desk => ({ ...shut, tab: "own", posts })
const following = (desk: Desk, ...events: DeskEvent[]) => events.reduce(deskState, desk)
const ready = upload("r", { stage: "ready", photoId: "pho_r", arrived: true })
const sending = upload("s", { stage: "sending", photoId: "pho_s" })

describe("the desk", () => {
  it("opens with what was left and always has a post to write", () => {
    expect(following(shut, { type: "opened", posts: [], next: post("new") }).posts).toEqual([post("new")])
    const left = post("left", [sending])
    const opened = following(shut, { type: "opened", posts: [left], next: post("new") })
    expect(opened).toMatchObject({ tab: "own", posts: [left] })
    const draft = post("draft", [sending], { draftId: "dft_1" })
    const both = following(shut, { type: "opened", posts: [draft], next: post("new") })
    expect(composing(both)?.id).toBe("new")
  })

  it("is empty once another tab has it", () => {
    expect(following(deskOf(post("a", [sending])), { type: "closed" })).toMatchObject({
      tab: "other",
      posts: [],
    })
  })

  it("stops everything while it is paused", () => {
    const desk = following(deskOf(post("a", [sending, ready])), { type: "paused", paused: true })
    expect(desk.posts[0]?.items.map(({ stage }) => stage)).toEqual(["started", "ready"])
    expect(following(desk, { type: "paused", paused: false }).paused).toBe(false)
  })

  it("is idle without photos and words", () => {
    expect(isIdle(deskOf(post("a")))).toBe(true)
    expect(isIdle(deskOf(post("a", [ready])))).toBe(false)
    const words = { ...post("a").words, caption: "Boats" }
    expect(isIdle(deskOf(post("a", [], { words })))).toBe(false)
  })

  it.each([
    [true, { kept: undefined, arrived: true }, undefined],
    [false, { kept: true }, undefined],
    [true, { kept: undefined }, "dft_1"],
    [false, { kept: undefined, arrived: true }, "dft_1"],
  ])("would lose something: %s with %o", (loses, over, draftId) => {
    expect(wouldLose(deskOf(post("a", [{ ...sending, ...over }], { draftId })))).toBe(loses)
  })
})

describe("a post", () => {
  it("gives way to the next one when it is published", () => {
    const events: DeskEvent[] = [
      { type: "worded", id: "a", words: { caption: "Boats" } },
      { type: "wanted", id: "a", key: "k" },
      { type: "publishing", id: "a" },
    ]
    const desk = following(deskOf(post("a", [ready])), ...events)
    expect(composing(desk)).toMatchObject({
      words: { caption: "Boats" },
      publishing: { key: "k", sent: true },
    })
    expect(following(desk, { type: "published", id: "a", next: post("b") }).posts).toEqual([post("b")])
  })

  it("stays in the background as a draft until its last photo is ready", () => {
    const drafted = following(deskOf(post("a", [sending, ready])), {
      type: "published",
      id: "a",
      draftId: "dft_1",
      next: post("b"),
    })
    expect(drafted.posts.map(({ id, draftId }) => [id, draftId])).toEqual([
      ["a", "dft_1"],
      ["b", undefined],
    ])
    const photo = { id: "pho_s", state: "ready" } as const
    expect(following(drafted, { type: "settled", key: "s", photo }).posts).toEqual([post("b")])
    expect(following(drafted, { type: "lost", key: "s", startKey: "x" }).posts).toEqual([post("b")])
  })

  it("is held by a photo that fails, unless the server was asked already", () => {
    const failed: DeskEvent = { type: "failed", key: "s", fault: { reason: "refused" } }
    const wanted = following(deskOf(post("a", [sending])), { type: "wanted", id: "a", key: "k" })
    expect(composing(following(wanted, failed))?.publishing).toBeUndefined()
    expect(composing(following(wanted, { type: "publishing", id: "a" }, failed))?.publishing).toBeDefined()
  })

  it("says why it was refused, until it is tried again", () => {
    const desk = following(deskOf(post("a", [ready])), { type: "refused", id: "a", problem: "no" })
    expect(composing(desk)).toMatchObject({ problem: "no", publishing: undefined })
    expect(composing(following(desk, { type: "wanted", id: "a", key: "k" }))?.problem).toBeUndefined()
    expect(
      composing(following(desk, { type: "wanted", id: "a", key: "k" }, { type: "held", id: "a" }))
        ?.publishing,
    ).toBeUndefined()
  })

  it("takes photos at its end and says what was refused this time", () => {
    const refusals = [{ name: "a.pdf", bytes: 1, reason: "pdf" as const }]
    const desk = following(deskOf(post("a", [ready])), { type: "added", id: "a", items: [sending], refusals })
    expect(composing(desk)).toMatchObject({ items: [ready, sending], refusals })
    expect(composing(following(desk, { type: "refusals_read", id: "a" }))?.refusals).toEqual([])
  })

  it("is forgotten with all that was put into it", () => {
    const desk = following(deskOf(post("a", [ready])), { type: "forgotten", id: "a", next: post("b") })
    expect(desk.posts).toEqual([post("b")])
  })
})

it("asks after photos that were ready once more when the server says that one is gone", () => {
  const ready = upload("a", { stage: "ready", photoId: "pho_a", arrived: true })
  const desk = {
    ...shut,
    tab: "own" as const,
    posts: [post("p", [ready], { publishing: { key: "k", sent: true } })],
  }
  const problemOf = (status: number) => new ProblemError({ code: "x", status })
  const after = (status: number) =>
    deskState(desk, { type: "refused", id: "p", problem: problemOf(status) }).posts[0]
  expect(after(404)).toMatchObject({ publishing: undefined, items: [{ stage: "processing" }] })
  expect(after(422)).toMatchObject({ publishing: undefined, items: [{ stage: "ready" }] })
})
