import { expect, it } from "vitest"
import { fromField, scheduleFault, suggested, toField } from "./schedule"

const now = Date.parse("2026-05-06T07:08:09Z")
const at = (ms: number) => new Date(now + ms).toISOString()

it("knows which times are too soon or too late", () => {
  expect(scheduleFault(undefined, now)).toBeUndefined()
  expect(scheduleFault(at(29_000), now)).toBe("tooSoon")
  expect(scheduleFault(at(-1), now)).toBe("tooSoon")
  expect(scheduleFault("", now)).toBe("tooSoon")
  expect(scheduleFault(at(60_000), now)).toBeUndefined()
  expect(scheduleFault(at(364 * 86_400_000), now)).toBeUndefined()
  expect(scheduleFault(at(366 * 86_400_000), now)).toBe("tooLate")
})

it("shows a time in the person's zone and reads it back", () => {
  expect(toField(at(0))).toMatch(/^2026-05-0\dT\d\d:08$/)
  expect(fromField(toField("2026-05-06T07:08:00.000Z"))).toBe("2026-05-06T07:08:00.000Z")
  expect(fromField("")).toBeUndefined()
})

it("suggests a full hour of tomorrow", () => {
  const hours = (Date.parse(suggested(now)) - now) / 3_600_000
  expect(hours).toBeGreaterThan(24)
  expect(hours).toBeLessThanOrEqual(25)
  expect(new Date(suggested(now)).getMinutes()).toBe(0)
})
