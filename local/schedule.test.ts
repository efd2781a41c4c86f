import { expect, test, vi } from "vitest"
import { runEveryMinute, runHourly } from "./schedule"
import { eventually } from "./test-kit"

function given(invoke: (event: unknown) => Promise<unknown>) {
  const stopping = new AbortController()
  const target = { invoke: vi.fn(invoke), reload: vi.fn() }
  const report = vi.fn()
  const ended = runHourly({ name: "sweep", target, report, signal: stopping.signal, everyMs: 5 })
  return { ...target, report, ended, stop: () => stopping.abort() }
}

test("a scheduled function runs at once and again, also after a failure, until it is stopped", async () => {
  let runs = 0
  const scheduled = given(async () => {
    if (++runs === 1) throw new Error("storage is away")
  })
  await eventually(() => expect(runs).toBeGreaterThan(2))
  scheduled.stop()
  await scheduled.ended
  const before = runs
  expect(scheduled.report.mock.calls).toEqual([["failed, and runs again in an hour: Error: storage is away"]])
  expect(scheduled.invoke.mock.calls[0]?.[0]).toMatchObject({
    source: "aws.events",
    resources: [expect.stringMatching(/:rule\/sweep$/)],
    "detail-type": "Scheduled Event",
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  })
  // Its process ends after each run.
  expect(scheduled.reload).toHaveBeenCalledTimes(before)
})

test("a run that ends with the launcher is no failure", async () => {
  let fail = () => {}
  const scheduled = given(
    () =>
      new Promise((_, reject) => {
        fail = () => reject(new Error("The launcher stops."))
      }),
  )
  scheduled.stop()
  fail()
  await scheduled.ended
  expect(scheduled.report).not.toHaveBeenCalled()
})

test("what runs every minute keeps its process", async () => {
  const stopping = new AbortController()
  const target = { invoke: vi.fn(async () => undefined), reload: vi.fn() }
  const ended = runEveryMinute({
    name: "sample",
    target,
    report: vi.fn(),
    signal: stopping.signal,
    everyMs: 5,
  })
  await eventually(() => expect(target.invoke.mock.calls.length).toBeGreaterThan(2))
  stopping.abort()
  await ended
  expect(target.reload).not.toHaveBeenCalled()
})
