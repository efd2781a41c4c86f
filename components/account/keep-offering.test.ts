import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { keepOffering } from "./keep-offering"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function given({ seen = true } = {}) {
  let isSeen = seen
  let changed = () => {}
  /** The minutes at which it was offered. */
  const at: number[] = []
  const answers: ((refused: boolean) => void)[] = []
  const signals: AbortSignal[] = []
  const began = Date.now()
  const end = keepOffering(
    (signal) => {
      at.push((Date.now() - began) / 60_000)
      signals.push(signal)
      return new Promise((answer) => answers.push(answer))
    },
    {
      isSeen: () => isSeen,
      onChange: (listener) => {
        changed = listener
        return () => {
          changed = () => {}
        }
      },
    },
  )
  const pass = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000)
  const become = (next: boolean) => {
    isSeen = next
    changed()
  }
  return { at, answers, signals, end, pass, become }
}

it("offers at once, and anew before the challenge is over, for as long as the page is open", async () => {
  const { at, pass } = given()
  await pass(13)
  expect(at).toEqual([0, 4, 8, 12])
})

it("offers nothing while nobody looks, and anew once somebody does and the last is old", async () => {
  const { at, pass, become } = given()
  await pass(1)
  become(false)
  await pass(30)
  expect(at).toEqual([0])
  become(true)
  await pass(3)
  expect(at).toEqual([0, 31])
})

it("keeps what is still fresh, however often the page is looked at", async () => {
  const { at, pass, become } = given()
  for (let i = 0; i < 5; i++) {
    become(false)
    become(true)
  }
  await pass(3)
  become(true)
  await pass(2)
  expect(at).toEqual([0, 4])
})

it("offers nothing in a tab that was opened behind others until it is seen", async () => {
  const { at, pass, become } = given({ seen: false })
  await pass(10)
  expect(at).toEqual([])
  become(true)
  expect(at).toEqual([10])
})

it("offers once more after a refusal, and no more than that before its time", async () => {
  const { at, answers, pass } = given()
  await pass(1)
  answers[0]?.(true)
  await pass(1)
  answers[1]?.(true)
  await pass(3)
  expect(at).toEqual([0, 1, 4])
})

it("lets one that ends without being taken be, as one does that another took the place of", async () => {
  const { at, answers, pass } = given()
  answers[0]?.(false)
  await pass(5)
  answers[1]?.(false)
  await pass(1)
  expect(at).toEqual([0, 4])
})

it("offers nothing after its end, and what is on its way learns of it", async () => {
  const { at, answers, signals, end, pass, become } = given()
  end()
  expect(signals[0]?.aborted).toBe(true)
  answers[0]?.(true)
  become(true)
  await pass(10)
  expect(at).toEqual([0])
})
