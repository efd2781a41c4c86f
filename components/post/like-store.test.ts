import { afterEach, expect, it, vi } from "vitest"
import { talk } from "@/components/api/talk"
import { likeStore } from "./like-store"

afterEach(() => vi.restoreAllMocks())

it("shows a like at once and undoes it when it is refused", async () => {
  vi.spyOn(talk, "like").mockRejectedValue(new Error("no"))
  const from = { liked: false, likes: 3 }
  const toggling = likeStore.toggle("a", from)
  expect(likeStore.get("a")).toEqual({ liked: true, likes: 4 })
  await expect(toggling).rejects.toThrow("no")
  expect(likeStore.get("a")).toEqual(from)
})

it("sends what is shown last, however often the mind is changed meanwhile", async () => {
  const sent: boolean[] = []
  vi.spyOn(talk, "like").mockImplementation(async (_, liked) => {
    sent.push(liked)
  })
  const from = { liked: false, likes: 0 }
  const first = likeStore.toggle("b", from)
  await Promise.all([first, likeStore.toggle("b", from), likeStore.toggle("b", from)])
  expect([sent, likeStore.get("b")]).toEqual([[true], { liked: true, likes: 1 }])
  const second = likeStore.toggle("b", from)
  await Promise.all([second, likeStore.toggle("b", from)])
  expect([sent.at(-1), likeStore.get("b")]).toEqual([true, { liked: true, likes: 1 }])
})
