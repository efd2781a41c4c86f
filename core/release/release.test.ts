import { describe, expect, it } from "vitest"
import { Release } from "./index"
import type { RecordRelease, ReleaseView } from "./release.schema"

const system = { kind: "system" } as const
const commit = (digit: string) => digit.repeat(40)
const release = (tag: string, change: Partial<RecordRelease> = {}): RecordRelease => ({
  tag,
  commit: commit("a"),
  by: "arn:aws:iam::123456789012:user/ada",
  outcome: "good",
  ...change,
})
/** The newest first, as the table lists them. */
const history = (...releases: RecordRelease[]): ReleaseView[] =>
  releases.map((one, i) => ({ ...one, id: `rel_${9 - i}`, at: "2026-01-01T00:00:00Z" })).reverse()

describe("releases", () => {
  it("are noted with their time and what they were deployed with, and listed the newest first", async () => {
    const outputs = { stage: "staging", site: "https://staging.example.com" }
    const first = await Release.record(system, release("one", { domain: "staging.example.com", outputs }))
    await Release.record(system, release("two", { outcome: "bad", commit: commit("b") }))
    const [two, one, ...more] = await Release.list()
    expect(more).toEqual([])
    expect(one).toEqual(first)
    expect(one).toMatchObject({ tag: "one", outputs, at: expect.stringMatching(/^20\d\d-/) })
    expect(two).toMatchObject({ tag: "two", outcome: "bad" })
    expect(await Release.list(1)).toEqual([two])
  })

  it("need a whole commit and a tag without spaces", async () => {
    for (const wrong of [{ commit: "abc" }, { tag: "a b" }, { by: "" }]) {
      await expect(Release.record(system, release("x", wrong))).rejects.toMatchObject({ code: "invalid" })
    }
  })
})

describe("what a rollback goes to", () => {
  it.each([
    ["nothing, when there is none", history(), undefined],
    ["nothing, when there is but the present one", history(release("one")), undefined],
    ["the one before", history(release("one"), release("two")), "one"],
    [
      "the last good one, over bad ones",
      history(release("one"), release("two", { outcome: "bad" }), release("three")),
      "one",
    ],
    [
      "the last good one, when the present one is bad",
      history(release("one"), release("two"), release("three", { outcome: "bad" })),
      "two",
    ],
    ["not the present one deployed twice", history(release("one"), release("two"), release("two")), "one"],
    [
      "not the one that was gone back from",
      history(release("one"), release("two"), release("three"), release("two", { insteadOf: "three" })),
      "one",
    ],
    [
      "not one that turned out bad later",
      history(release("one"), release("two"), release("two", { outcome: "bad" }), release("three")),
      "one",
    ],
  ])("is %s", (_, releases, tag) => {
    expect(Release.target(releases)?.tag).toBe(tag)
  })

  it("is the one that is named: by its tag, its id, or the beginning of its commit", () => {
    const releases = history(release("one", { commit: commit("c") }), release("two"), release("three"))
    for (const name of ["one", "rel_9", "ccccccc", commit("c")])
      expect(Release.target(releases, name)?.tag).toBe("one")
    for (const name of ["cccccc", "four", "", "."]) expect(Release.target(releases, name)).toBeUndefined()
  })
})
