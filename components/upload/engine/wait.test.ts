import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { pause, waitAfter } from "./wait"

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it("asks soon, then less often, at least every three seconds", () => {
  const first = Array.from({ length: 12 }, (_, attempt) => waitAfter(attempt))
  expect(first.slice(0, 3)).toEqual([300, 420, 588])
  expect(first.at(-1)).toBe(3000)
  expect(first).toEqual(first.toSorted((a, b) => a - b))
})

it("pauses, and stops at once when told", async () => {
  const done = vi.fn()
  pause(300, new AbortController().signal).then(done)
  await vi.advanceTimersByTimeAsync(299)
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toHaveBeenCalledOnce()

  const stopper = new AbortController()
  const stopped = pause(300, stopper.signal)
  stopper.abort()
  await expect(stopped).rejects.toMatchObject({ name: "AbortError" })
  await expect(pause(300, stopper.signal)).rejects.toMatchObject({ name: "AbortError" })
  expect(vi.getTimerCount()).toBe(0)
})
