import { describe, expect, it } from "vitest"
import { placeOf } from "./place.schema"

const choices = [
  { choice: "region", kilometres: 10 },
  { choice: "town", kilometres: 1 },
] as const

const at = (latitude: number, longitude: number, choice: "region" | "town" = "region") => {
  const place = placeOf({ latitude, longitude }, choice)
  if (!place) throw new Error("no place")
  return place
}

/** Kilometres of the way around the earth at a latitude, which the meridian's 40,008 shrink to. */
const around = (latitude: number) => 40_075 * Math.cos((latitude * Math.PI) / 180)

/** How long the stretches are that share one value, on the way from one number to another; without the ends. */
function stretches(from: number, to: number, valueAt: (at: number) => number): number[] {
  const count = 700
  const changes: number[] = []
  for (let i = 1; i <= count; i++) {
    const [before, now] = [i - 1, i].map((step) => from + ((to - from) * step) / count)
    if (before !== undefined && now !== undefined && valueAt(before) !== valueAt(now)) changes.push(now)
  }
  return changes.slice(1).map((change, i) => change - (changes[i] ?? 0))
}

describe("the place that readers get", () => {
  it("is none unless it was chosen and is known", () => {
    expect(placeOf({ latitude: 54.6, longitude: -3.1 }, "off")).toBeUndefined()
    expect(placeOf(undefined, "region")).toBeUndefined()
  })

  it("is as exact as it was chosen, and written so", () => {
    const keswick = [54.601234567, -3.134567891] as const
    expect(at(...keswick)).toEqual({ latitude: 54.6, longitude: -3.1, kilometres: 10 })
    expect(at(...keswick, "town")).toEqual({ latitude: 54.6, longitude: -3.14, kilometres: 1 })
    const tokyo = [35.6586, 139.7454] as const
    expect(at(...tokyo)).toEqual({ latitude: 35.7, longitude: 139.8, kilometres: 10 })
    expect(at(...tokyo, "town")).toEqual({ latitude: 35.66, longitude: 139.74, kilometres: 1 })
    expect(JSON.stringify(at(0, 0))).toBe('{"latitude":0,"longitude":0,"kilometres":10}')
    expect(JSON.stringify(at(-0.04, -0.04))).toBe('{"latitude":0,"longitude":0,"kilometres":10}')
  })

  it.each(choices)("of a $choice is nowhere finer than $kilometres km", ({ choice, kilometres }) => {
    // What measuring in 700 steps leaves out.
    const least = kilometres * 0.97
    const high = stretches(12, 12 + (14 * kilometres) / 111, (degrees) => at(degrees, 17, choice).latitude)
    expect(high.length).toBeGreaterThan(8)
    expect(Math.min(...high) * 110.6).toBeGreaterThan(least)
    for (const latitude of [0, 12.34, 45, 54.6, -33.87, 66.56, 78.2, -85, 88.8]) {
      const kilometre = 360 / around(latitude)
      const wide = stretches(
        17,
        17 + 14 * kilometres * kilometre,
        (degrees) => at(latitude, degrees, choice).longitude,
      )
      expect(wide.length).toBeGreaterThan(3)
      expect(Math.min(...wide) / kilometre).toBeGreaterThan(least)
    }
  })

  it.each(choices)("of a $choice is near, where the earth is round", ({ choice, kilometres }) => {
    for (let i = 0; i < 2000; i++) {
      const latitude = ((i * 7919) % 17_800) / 100 - 89
      const longitude = ((i * 104_729) % 36_000) / 100 - 180
      const place = at(latitude, longitude, choice)
      const apart = Math.abs(place.longitude - longitude)
      const east = (Math.min(apart, 360 - apart) / 360) * around(latitude)
      const north = Math.abs(place.latitude - latitude) * 111.2
      expect(Math.hypot(east, north)).toBeLessThan(kilometres * 2)
      expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180)
    }
  })

  it("has one name on both sides of the date line", () => {
    for (const choice of ["region", "town"] as const) {
      const names = [180, -180, 179.9999, -179.9999].map(
        (longitude) => at(-16.5, longitude, choice).longitude,
      )
      expect(new Set(names)).toEqual(new Set([180]))
    }
  })

  it("has no longitude at a pole", () => {
    for (const longitude of [-180, -71.5, 0, 33, 180]) {
      expect(at(90, longitude)).toEqual({ latitude: 90, longitude: 0, kilometres: 10 })
      expect(at(-89.999, longitude, "town")).toEqual({ latitude: -90, longitude: 0, kilometres: 1 })
    }
  })

  it("of a town is the same from everywhere in its cell", () => {
    const kilometre = 360 / around(54.6)
    const all = Array.from({ length: 400 }, (_, i) => {
      const [north, east] = [(i % 20) - 9.5, Math.floor(i / 20) - 9.5]
      return at(54.6 + north * 0.00049, -3.11 + east * 0.04 * kilometre, "town")
    })
    expect(new Set(all.map((place) => JSON.stringify(place))).size).toBe(1)
  })

  it("of a region says nothing that the town does not", () => {
    const regions = new Map<string, Set<string>>()
    for (let i = 0; i < 20_000; i++) {
      const [latitude, longitude] = [30 + (i % 200) * 0.0013, 16 + Math.floor(i / 200) * 0.0017]
      const town = JSON.stringify(at(latitude, longitude, "town"))
      const known = regions.get(town) ?? new Set()
      regions.set(town, known.add(JSON.stringify(at(latitude, longitude))))
    }
    expect(regions.size).toBeGreaterThan(400)
    expect([...regions.values()].filter(({ size }) => size > 1)).toEqual([])
  })
})
