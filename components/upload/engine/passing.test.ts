import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { ProblemError } from "@/components/api-call"
import { passing, untilItPasses } from "./passing"
import { backoff } from "./wait"

const refusal = (status: number, retryAfter?: number) => new ProblemError({ code: "x", status, retryAfter })

describe("a failure", () => {
  it.each([
    ["network", refusal(0)],
    ["network", new DOMException("late", "TimeoutError")],
    ["server", refusal(500)],
    ["server", refusal(503, 5)],
    ["server", refusal(503)],
    ["server", refusal(429, 60)],
    ["server", refusal(429)],
    ["server", refusal(409, 1)],
    [undefined, refusal(409)],
    [undefined, refusal(429, 40_000)],
    ["person", refusal(401)],
    [undefined, refusal(413)],
    [undefined, refusal(415)],
    [undefined, refusal(422)],
    [undefined, new Error("a fault of ours")],
  ])("waits for %s: %o", (cause, error) => {
    expect(passing(error)).toBe(cause)
  })
})

describe("waiting before the next try", () => {
  it("doubles up to 30 seconds, spread over its upper half", () => {
    expect([0, 1, 2, 3, 4, 5, 60].map((attempt) => backoff(attempt, 0, () => 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ])
    expect(backoff(5, 0, () => 0)).toBe(15_000)
  })

  it("is never shorter than the server asked for", () => {
    expect(backoff(0, 40, () => 0)).toBe(40_000)
    expect(backoff(0, 40, () => 1)).toBe(44_000)
    expect(backoff(5, 2, () => 0)).toBe(15_000)
  })
})

describe("calling until it passes", () => {
  const browser = new EventTarget()
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal("window", browser)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  const { signal } = new AbortController()

  it("goes on for an hour without a network, and at once when it is back", async () => {
    let online = false
    const run = vi.fn(async () => {
      if (!online) throw refusal(0)
      return "there"
    })
    const onWait = vi.fn()
    const done = untilItPasses(run, { signal, onWait })
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(onWait).toHaveBeenCalledWith("network")
    expect(run.mock.calls.length).toBeGreaterThan(119)
    expect(run.mock.calls.length).toBeLessThan(260)
    online = true
    browser.dispatchEvent(new Event("online"))
    await expect(done).resolves.toBe("there")
  })

  it("throws a refusal that stands, and the signal's reason", async () => {
    const options = { signal, onWait: () => undefined }
    await expect(untilItPasses(() => Promise.reject(refusal(413)), options)).rejects.toMatchObject({
      status: 413,
    })
    const stopper = new AbortController()
    const stopped = untilItPasses(() => Promise.reject(refusal(0)), { ...options, signal: stopper.signal })
    const seen = expect(stopped).rejects.toMatchObject({ name: "AbortError" })
    await vi.advanceTimersByTimeAsync(10)
    stopper.abort()
    await seen
  })
})
