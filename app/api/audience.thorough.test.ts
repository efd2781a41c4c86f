import { beforeAll, expect, it } from "vitest"
import { endpoints } from "@/app/_server/openapi/endpoints"
import { api } from "@/testing/api"
import { audienceRows } from "@/testing/audience"
import { actorOf, type Column, columns } from "@/testing/audience/cast"
import type { Row } from "@/testing/audience/row"
import { spent } from "@/testing/budget"
import { beyond, callName, type Measured, measure, namesBeyond } from "@/testing/budgets/budgets"
import { send } from "@/testing/events"
import { given } from "@/testing/given"
import { useSettings } from "@/testing/settings"

type Found = { where: string; status: Record<string, number> }

let rows: Row[]
let found: Found[]
/** Every signed address that somebody was sent to. */
const addresses: URL[] = []
const measured: Measured = new Map()

/** What a call is named in the budgets. */
const nameOf = ({ where }: Row) => {
  const [method = "", target = ""] = where.split(/ (.*)/s)
  return callName(method, target)
}

beforeAll(async () => {
  const oauth = { google: { clientId: "ours", issuer: "https://accounts.google.com" } }
  useSettings({ limits: { writesPerMinute: 100_000, mailsPerHour: 1000 }, oauth })
  rows = await audienceRows()
  found = []
  for (const row of rows) found.push({ where: row.where, status: await answers(row, measured) })
}, 1_800_000)

async function answers(row: Row, costs: Measured): Promise<Record<string, number>> {
  const { cast, where, json } = row
  const status: Record<string, number> = {}
  for (const column of columns) {
    const { result: answer, ...cost } = await spent(() => api(where, { as: actorOf(cast, column), json }))
    measure(costs, nameOf(row), cost)
    status[column] = answer.status
    const location = answer.headers.get("location")
    if (location) addresses.push(new URL(location))
  }
  return status
}

const shapeOf = ({ method, path }: (typeof endpoints)[number]) =>
  new RegExp(`^${method} ${path.replace(/\{\w+\}/g, "[^/?]+")}(\\?|$)`)

it("names every endpoint", () => {
  const missing = endpoints.filter((endpoint) => !rows.some(({ where }) => shapeOf(endpoint).test(where)))
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([])
})

it("lets everybody do what is theirs to do, and nobody else", () => {
  expect(found).toEqual(rows.map(({ where, status }) => ({ where, status })))
})

it("says the same of what is not theirs as of what is not there", async () => {
  const hidden = rows.flatMap((row) =>
    columns.filter((column) => row.absent && row.status[column] === 404).map((column) => ({ row, column })),
  )
  expect(hidden.length).toBeGreaterThan(50)
  for (const { row, column } of hidden) await expectTheSame(row, column)
})

async function expectTheSame({ cast, where, json, absent }: Row, column: Column) {
  const call = { as: actorOf(cast, column), headers: { "x-request-id": "the-same" } }
  const theirs = await api(where, { ...call, json })
  const nothing = await api(absent?.where ?? where, { ...call, json: absent?.json ?? json })
  expect([where, column, theirs.status, theirs.text]).toEqual([where, column, nothing.status, nothing.text])
  expect([...theirs.headers]).toEqual([...nothing.headers])
}

it("keeps every call within its budget", async () => {
  const names = new Set(namesBeyond(measured))
  const again = names.size > 0 && !process.env.RAISE_BUDGETS ? await measuredAgain(names) : measured
  expect(beyond(again)).toEqual([])
}, 1_800_000)

/**
 * Makes some calls once more, about new things. What a process remembers for three seconds it reads again in the middle
 * of a call when the machine stands still for so long; it does not do that at the same call twice.
 */
async function measuredAgain(names: ReadonlySet<string>): Promise<Measured> {
  const costs: Measured = new Map()
  const again = await audienceRows()
  for (const row of again) if (names.has(nameOf(row))) await answers(row, costs)
  return costs
}

it("marks in the document who may call", () => {
  for (const endpoint of endpoints) {
    const row = rows.find(({ where }) => shapeOf(endpoint).test(where))
    expect([endpoint.path, row?.status.visitor === 401]).toEqual([endpoint.path, endpoint.auth === "user"])
  }
})

it("signs no address for longer than a minute", () => {
  const signed = addresses.filter(({ searchParams }) => searchParams.has("X-Amz-Signature"))
  expect(signed.length).toBeGreaterThan(20)
  const lasting = signed.filter(({ searchParams }) => searchParams.get("X-Amz-Expires") !== "60")
  expect(lasting.map(String)).toEqual([])
})

it("gives private pictures an address for a minute, the original as a download", async () => {
  const ada = await given.person()
  const { photoId, upload } = await given.upload(ada, await given.jpeg())
  const before = await send(upload, Buffer.from("other bytes"))
  expect(before.ok).toBe(false)
  expect((await api(`GET /api/media/${photoId}/original`, { as: ada })).status).toBe(404)
  const ready = await given.photo(ada)
  const { headers } = await api(`GET /api/media/${ready}/original`, { as: ada })
  const location = new URL(headers.get("location") ?? "")
  expect(headers.get("cache-control")).toBe("private, max-age=50")
  const file = await fetch(location)
  expect([file.status, file.headers.get("content-disposition")]).toEqual([
    200,
    `attachment; filename="${ready}.jpg"`,
  ])
})
