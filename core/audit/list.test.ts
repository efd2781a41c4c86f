import { expect, it } from "vitest"
import { given } from "../../testing/given"
import { newId } from "../id"
import { table } from "../table"
import { Audit } from "./index"

const system = { kind: "system" } as const
const hour = 3_600_000

/** An entry as it would have been noted at a time. */
async function noted(time: number, what: string, userId = "nobody") {
  const { encodeTime } = await import("ulid")
  const auditId = `aud_${encodeTime(time)}${newId("audit").slice(-16)}`
  const at = new Date(time).toISOString()
  await table()
    .audit.create({ auditId, at, day: at.slice(0, 10), stage: "local", by: "ada", what, detail: "", userId })
    .go()
  return auditId
}

/** All ids of the trail, page by page. */
async function all(query: object, limit = 2) {
  const ids: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 60; pages++) {
    const page = await Audit.list(system, { ...query, limit, ...(cursor && { cursor }) })
    ids.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) return ids
    cursor = page.nextCursor
  }
  throw new Error("the trail has no end")
}

it("the trail goes from day to day, over days on which nothing was done, and says each thing once", async () => {
  const noon = Date.parse("2026-03-10T12:00:00Z")
  const times = [0, -1, -13, -14, -15, -24 * 90].map((hours) => noon + hours * hour)
  const ids = []
  for (const time of times) ids.push(await noted(time, "trail test"))
  // Exactly at midnight, where one day ends and the next begins.
  const midnight = await noted(Date.parse("2026-03-10T00:00:00Z"), "trail test")
  ids.splice(2, 0, midnight)
  await noted(noon - hour, "another thing")
  expect(await all({ day: "2026-03-10", what: "trail test" })).toEqual(ids)
  expect(await all({ day: "2026-03-09", what: "trail" }, 3)).toEqual(ids.slice(3))
  expect(await all({ day: "2026-03-10", what: "trail test" }, 50)).toEqual(ids)
})

it("of one person it has what was done to them alone, and a cursor serves its own list", async () => {
  const { userId } = await given.person()
  const time = Date.now() - hour
  const ids = []
  for (let at = 0; at < 5; at++)
    ids.unshift(await noted(time + at, at % 2 ? "user suspend" : "user restore", userId))
  expect(await all({ userId })).toEqual(ids)
  expect(await all({ userId, what: "user suspend" })).toEqual([ids[1], ids[3]])
  const { nextCursor } = await Audit.list(system, { userId, limit: 2 })
  await expect(Audit.list(system, { limit: 2, cursor: nextCursor ?? "" })).rejects.toMatchObject({
    code: "invalid",
  })
})
