import { afterEach, expect, vi } from "vitest"

// What nobody expected on the error console is a fault.
const complaints = vi.spyOn(console, "error")
afterEach(() => {
  const calls = complaints.mock.calls.splice(0)
  expect(calls, "unexpected console.error").toEqual([])
})
