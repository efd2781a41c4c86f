import { beforeEach, expect, it, vi } from "vitest"
import { shut } from "./desk-state"
import { keeper } from "./keeper"
import type { Making } from "./making"
import { recordOf } from "./records"
import { storage } from "./storage"
import { hashes, post, upload } from "./testing"

vi.mock("./storage", () => ({
  storage: { keepPost: vi.fn(), keepFile: vi.fn(), dropFile: vi.fn(), dropPost: vi.fn() },
}))

const deskOf = (...posts: Making[]) => ({ ...shut, posts })
const record = (id: string) => {
  const kept = recordOf(post(id, [upload("a")]), "usr_1", 1)
  if (!kept) throw new Error("there is nothing in it")
  return kept
}
const nothing = { files: [], posts: [] }

beforeEach(() => {
  vi.clearAllMocks()
  for (const write of Object.values(storage)) vi.mocked(write).mockResolvedValue([] as never)
})

it("keeps each file once, says so, and a post only when it has changed", async () => {
  const onKept = vi.fn()
  const keep = keeper("usr_1", nothing, onKept)
  const sending = upload("a", { stage: "sending", hashes: hashes("5a"), photoId: "pho_a" })
  keep(deskOf(post("p", [sending])))
  await vi.waitFor(() => expect(onKept).toHaveBeenCalledWith("a"))
  keep(deskOf(post("p", [{ ...sending, sent: 3 }])))
  expect(storage.keepFile).toHaveBeenCalledOnce()
  expect(storage.keepPost).toHaveBeenCalledOnce()
  keep(deskOf(post("p", [{ ...sending, sent: 3, altText: "A boat" }])))
  expect(storage.keepPost).toHaveBeenCalledTimes(2)
})

it("does not write again what it found, so that a post ages that nobody touches", () => {
  const keep = keeper("usr_1", { files: ["a"], posts: [record("p")] }, vi.fn())
  keep(deskOf(post("p", [upload("a")])))
  expect(storage.keepPost).not.toHaveBeenCalled()
})

it("drops what is gone, also what an earlier visit left", () => {
  const keep = keeper("usr_1", { files: ["a", "b"], posts: [record("p"), record("q")] }, vi.fn())
  keep(deskOf(post("p", [upload("a")])))
  expect(vi.mocked(storage.dropPost).mock.calls).toEqual([["q"]])
  expect(vi.mocked(storage.dropFile).mock.calls).toEqual([["b"]])
  keep(deskOf(post("p")))
  expect(vi.mocked(storage.dropPost).mock.calls).toEqual([["q"], ["p"]])
  expect(vi.mocked(storage.dropFile).mock.calls).toEqual([["b"], ["a"]])
})

it("never throws where nothing can be kept, and does not say that it was", async () => {
  for (const write of Object.values(storage)) vi.mocked(write).mockRejectedValue(new Error("no room"))
  const onKept = vi.fn()
  const keep = keeper("usr_1", nothing, onKept)
  keep(deskOf(post("p", [upload("a")])))
  keep(deskOf())
  await Promise.allSettled(vi.mocked(storage.keepFile).mock.results.map(({ value }) => value))
  expect(onKept).not.toHaveBeenCalled()
})
