import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { type Outcome, poll } from "./poll"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function given(outcomeOf: (asked: number) => Outcome, awake = true) {
  let isAwake = awake
  let changed = () => {}
  const at: number[] = []
  const began = Date.now()
  const seen = vi.fn()
  const end = poll(
    async (signal) => {
      at.push((Date.now() - began) / 1000)
      seen(signal)
      return outcomeOf(at.length)
    },
    {
      isAwake: () => isAwake,
      onChange: (listener) => {
        changed = listener
        return () => {
          changed = () => {}
        }
      },
    },
  )
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
  const become = (next: boolean) => {
    isAwake = next
    changed()
  }
  return { at, seen, end, pass, become }
}

describe("a poll", () => {
  it("asks at once, then less and less often while nothing happens, up to every two minutes", async () => {
    const { at, pass } = given(() => "same")
    await pass(700)
    const pauses = at.slice(1).map((time, index) => Math.round(time - (at[index] ?? 0)))
    expect(at[0]).toBe(0)
    expect(pauses.slice(0, 4)).toEqual([23, 34, 51, 76])
    expect([...new Set(pauses.slice(5))]).toEqual([120])
  })

  it("asks often again once something has happened", async () => {
    const { at, pass } = given((asked) => (asked === 4 ? "changed" : "same"))
    await pass(140)
    expect(at.slice(3, 5)).toEqual([106.875, 121.875])
  })

  it("asks nothing while nobody looks, and at once when somebody does", async () => {
    const { at, pass, become } = given(() => "same")
    await pass(1)
    become(false)
    await pass(3600)
    expect(at).toEqual([0])
    become(true)
    await pass(0)
    // A second sign of the same is no reason to ask again.
    become(true)
    await pass(0)
    expect(at).toEqual([0, 3601])
    await pass(22.5)
    expect(at).toHaveLength(3)
  })

  it("begins when somebody looks", async () => {
    const { at, pass, become } = given(() => "same", false)
    await pass(60)
    expect(at).toEqual([])
    become(true)
    await pass(0)
    expect(at).toEqual([60])
  })

  it("waits longer after a failure", async () => {
    const { at, pass } = given(() => "failed")
    await pass(400)
    expect(at).toEqual([0, 30, 90, 210, 330])
  })

  it("ends for good when it is over, and when it is ended", async () => {
    const over = given(() => "over")
    await over.pass(600)
    over.become(false)
    over.become(true)
    await over.pass(600)
    expect(over.at).toEqual([0])
    const ended = given(() => "same")
    await ended.pass(1)
    ended.end()
    await ended.pass(600)
    expect([ended.at, ended.seen.mock.calls[0]?.[0].aborted]).toEqual([[0], true])
  })
})
