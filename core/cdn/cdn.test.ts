import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { startCloudFront } from "../../testing/cloudfront"
import { items } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { log } from "../log"
import { table } from "../table"
import { Cdn } from "./index"

let cloudFront: Awaited<ReturnType<typeof startCloudFront>>
beforeAll(async () => {
  useSettings({ distributionId: "E1TEST" })
  cloudFront = await startCloudFront()
})
afterAll(() => cloudFront.close())
beforeEach(() => cloudFront.complete())

const now = () => new Date().toISOString()
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
const row = async (id: string) => (await items()).find(({ pk }) => pk === `CDN#${id}`)
let count = 0
async function wanted(since = now()) {
  const id = `pst_${count++}#${since}`
  await Cdn.forget(id, ["/media/public/pho_1/1-320.avif", `/p/${id.slice(0, 5)}`], since)
  return id
}

describe("what the CDN is to forget", () => {
  it("is asked for once, under its own name, and is done when that is confirmed everywhere", async () => {
    const id = await wanted()
    expect(await Cdn.goOn(id)).toBe(false)
    expect(await row(id)).toMatchObject({ state: "asked", gsi2pk: "CDN" })
    expect(await Cdn.goOn(id)).toBe(false)
    const asked = cloudFront.asked().filter(({ reference }) => reference === id)
    expect(asked).toMatchObject([
      { asked: 1, paths: ["/media/public/pho_1/1-320.avif", `/p/${id.slice(0, 5)}`] },
    ])
    cloudFront.complete()
    expect(await Cdn.goOn(id)).toBe(true)
    expect(await row(id)).toMatchObject({ state: "done", doneAt: expect.any(String) })
    expect(await row(id)).not.toHaveProperty("gsi2pk")
    await Cdn.forget(id, ["/elsewhere"], now())
    expect(await row(id)).toMatchObject({ state: "done" })
  })

  it("asked by two at the same time is one invalidation", async () => {
    const id = await wanted()
    await Promise.all([Cdn.goOn(id), Cdn.goOn(id), Cdn.goOn(id)])
    expect(cloudFront.asked().filter(({ reference }) => reference === id)).toHaveLength(1)
    cloudFront.complete()
    expect(await Cdn.goOn(id)).toBe(true)
  })

  it("waits while the CDN has too much to do, and is asked for again", async () => {
    cloudFront.setBusy(true)
    const id = await wanted()
    expect(await Cdn.goOn(id)).toBe(false)
    expect(await row(id)).toMatchObject({ state: "waiting" })
    cloudFront.setBusy(false)
    expect(await Cdn.confirm(0)).toEqual({ left: 1, faults: 0 })
    cloudFront.complete()
    expect(await Cdn.confirm(0)).toEqual({ left: 0, faults: 0 })
    expect(await row(id)).toMatchObject({ state: "done" })
  })

  it("is waited for within a run", async () => {
    const id = await wanted()
    // However long it takes until it is asked for at all.
    const completing = setInterval(cloudFront.complete, 60)
    try {
      expect(await Cdn.confirm(30_000, 20)).toEqual({ left: 0, faults: 0 })
    } finally {
      clearInterval(completing)
    }
    expect(await row(id)).toMatchObject({ state: "done" })
  })

  it("that takes longer than a minute raises an alarm, with its age", async () => {
    const told = vi.spyOn(log, "warn")
    const id = await wanted(ago(75))
    await Cdn.goOn(id)
    expect(told.mock.calls).toEqual([
      ["cdn invalidation late", { invalidation: id, age: 75, state: "waiting" }],
    ])
    cloudFront.complete()
    await Cdn.goOn(id)
    expect(told.mock.calls[1]).toEqual(["cdn invalidated late", { invalidation: id, age: 75, paths: 2 }])
    told.mockClear()
    const quick = await wanted()
    await Cdn.goOn(quick)
    expect(told).not.toHaveBeenCalled()
  })

  it("that cannot be asked after does not keep others waiting", async () => {
    const [lost, fine] = [await wanted(ago(2)), await wanted()]
    await Cdn.goOn(fine)
    cloudFront.complete()
    const change = { state: "asked", cdnId: "UNKNOWN", since: ago(2) } as const
    await table().invalidation.patch({ invalidationId: lost }).set(change).go()
    expect(await Cdn.confirm(0)).toEqual({ left: 1, faults: 1 })
    expect(await row(fine)).toMatchObject({ state: "done" })
    await table()
      .invalidation.patch({ invalidationId: lost })
      .set({ state: "done", since: ago(2) })
      .go()
  })
})
