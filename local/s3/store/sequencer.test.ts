import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { Sequencer } from "./sequencer"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "s3-sequencer-"))
  vi.useFakeTimers({ now: new Date("2026-11-23T12:00:00Z") })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

const take = (sequencer: Sequencer, count: number) => Array.from({ length: count }, () => sequencer.next())

it("grows within a millisecond, with the clock, and when the clock is put back", () => {
  const sequencer = new Sequencer(folder)
  const taken = take(sequencer, 3)
  vi.advanceTimersByTime(5)
  taken.push(...take(sequencer, 3))
  vi.setSystemTime(new Date("2020-01-01T00:00:00Z"))
  taken.push(...take(sequencer, 3))
  expectGrowing(taken)
})

it("grows over restarts, though the clock was put back in between", () => {
  const taken = take(new Sequencer(folder), 3)
  vi.advanceTimersByTime(3_600_000)
  taken.push(...take(new Sequencer(folder), 3))
  vi.setSystemTime(new Date("2020-01-01T00:00:00Z"))
  taken.push(...take(new Sequencer(folder), 3), ...take(new Sequencer(folder), 3))
  expectGrowing(taken)
})

function expectGrowing(taken: string[]): void {
  expect(new Set(taken).size).toBe(taken.length)
  expect(taken).toEqual([...taken].sort())
  for (const text of taken) expect(text).toMatch(/^[0-9A-F]{16}$/)
}
