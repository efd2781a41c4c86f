import { describe, expect, it } from "vitest"
import { isOld, keptFor, postOf, recordOf } from "./records"
import { hashes, post, upload } from "./testing"

const mine = () =>
  post(
    "p",
    [
      upload("a", {
        stage: "sending",
        sent: 13,
        altText: "A boat",
        hashes: hashes("5a", "1", "2", "3"),
        photoId: "pho_a",
        plan: { kind: "multipart", partSize: 5, parts: 3 },
        waiting: "network",
      }),
      upload("b", { stage: "hashing" }),
    ],
    { publishing: { key: "k", sent: true }, refusals: [{ name: "c.pdf", bytes: 1, reason: "pdf" }] },
  )

describe("a post that is kept", () => {
  it("comes back as it was, ready to go on, after the browser's own copying", () => {
    const was = mine()
    const record = structuredClone(recordOf(was, "usr_1", 7))
    expect(record).toMatchObject({ id: "p", userId: "usr_1", touchedAt: 7 })
    const files = new Map(was.items.map(({ key, file }) => [key, file]))
    const back = record && postOf(record, files, ({ name }) => `blob:new-${name}`)
    expect(back).toMatchObject({ words: was.words, publishing: was.publishing, restored: true, refusals: [] })
    expect(back?.items).toMatchObject([
      {
        key: "a",
        stage: "started",
        altText: "A boat",
        photoId: "pho_a",
        kept: true,
        preview: "blob:new-a.jpg",
      },
      { key: "b", stage: "queued", startKey: "start-b", kept: true },
    ])
    expect(back?.items[0]).not.toHaveProperty("plan")
    expect(back?.items[0]?.file).toBe(was.items[0]?.file)
  })

  it("counts whole parts as sent", () => {
    expect(recordOf(mine(), "usr_1", 7)?.items.map(({ sent }) => sent)).toEqual([10, 0])
  })

  it("names photos whose file could not be kept, and is not published without them", () => {
    const was = mine()
    const record = recordOf(was, "usr_1", 7)
    const back = record && postOf(record, new Map([["b", new File(["x"], "b.jpg")]]), () => "blob:b")
    expect(back?.items.map(({ key }) => key)).toEqual(["b"])
    expect(back?.refusals).toEqual([{ name: "a.jpg", bytes: 1, reason: "lost" }])
    expect(back?.publishing).toBeUndefined()
  })

  it("is none when nothing is in it", () => {
    expect(recordOf(post("p"), "usr_1", 7)).toBeUndefined()
    const words = { ...post("p").words, caption: "Boats" }
    expect(recordOf(post("p", [], { words }), "usr_1", 7)).toBeDefined()
  })

  it("is too old after a day", () => {
    const record = recordOf(mine(), "usr_1", 1000)
    expect(record && isOld(record, 1000 + keptFor)).toBe(false)
    expect(record && isOld(record, 1001 + keptFor)).toBe(true)
  })
})
