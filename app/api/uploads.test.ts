import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { SignedParts, UploadProgress, UploadView } from "@/core/photo/upload.schema"
import { table } from "@/core/table"
import { now } from "@/core/time"
import { api } from "@/testing/api"
import { delivered } from "@/testing/events"
import { during } from "@/testing/faults"
import { given, offer, type Person } from "@/testing/given"
import { openAt } from "@/testing/large"
import { partsOf } from "@/testing/parts"
import { itemsAbout } from "@/testing/rows"
import { useSettings } from "@/testing/settings"
import { slow } from "@/testing/slow"

// Time stands still, so that no window ends between two calls.
const today = Date.now()
vi.useFakeTimers({ toFake: ["Date"], now: today })

const megabyte = 1024 * 1024
let large: Buffer
beforeAll(async () => {
  useSettings({ limits: { photosPerDay: 3, bytesPerDay: 20 * megabyte, uploadsPerMinute: 10 } })
  large = await given.largeJpeg()
})

const start = (as: Person, bytes: Buffer, key?: string) =>
  api("POST /api/uploads", {
    as,
    json: offer(bytes),
    headers: key ? { "idempotency-key": key } : {},
  })
const photosOf = async ({ userId }: Person) => (await table().photo.query.byUser({ userId }).go()).data
const quotaOf = async ({ userId }: Person) =>
  (
    await table()
      .quota.get({ userId, day: now().slice(0, 10) })
      .go()
  ).data

describe("an upload in parts", () => {
  it("goes from the first call to the picture", slow, async () => {
    const ada = await given.person()
    const started = await start(ada, large)
    expect(started.status).toBe(201)
    const { photoId } = UploadView.parse(started.body)
    const parts = partsOf(large)
    const json = { parts: parts.map(({ partNumber, sha256 }) => ({ partNumber, sha256 })) }
    const signed = SignedParts.parse(
      (await api(`POST /api/uploads/${photoId}/parts`, { as: ada, json })).body,
    )
    for (const [i, { url, headers }] of signed.parts.entries()) {
      const body = new Uint8Array(parts[i]?.bytes ?? [])
      expect((await fetch(url, { method: "PUT", headers, body })).status).toBe(200)
      if (i > 0) continue
      const early = await api(`POST /api/uploads/${photoId}/complete`, { as: ada })
      expect(early.body).toMatchObject({
        status: 422,
        reason: "parts_missing",
        detail: "Not all parts of this photo have arrived. Send the missing ones, then try again.",
      })
    }
    const { body } = await api(`GET /api/uploads/${photoId}/parts`, { as: ada })
    expect(UploadProgress.parse(body)).toMatchObject({ parts: [{ partNumber: 1 }, { partNumber: 2 }] })
    const completed = await api(`POST /api/uploads/${photoId}/complete`, { as: ada })
    expect(completed.body).toEqual({ id: photoId, state: "awaiting" })
    await delivered(`incoming/${ada.userId}/${photoId}`, large.length)
    expect((await api(`GET /api/photos/${photoId}`, { as: ada })).body).toMatchObject({ state: "ready" })
  })

  it("begun again under the same key is the same photo, counted once", async () => {
    const ada = await given.person()
    const first = await start(ada, large, "one-key-1")
    const again = await Promise.all([1, 2].map(() => start(ada, large, "one-key-1")))
    expect(again.map(({ status, text }) => [status, text])).toEqual([1, 2].map(() => [201, first.text]))
    expect(await photosOf(ada)).toHaveLength(1)
    expect(await openAt(`incoming/${ada.userId}/`)).toHaveLength(1)
    expect(await quotaOf(ada)).toMatchObject({ photos: 1, bytes: large.length })
    expect((await start(ada, await given.jpeg(), "one-key-1")).status).toBe(422)
  })
})

describe("the day's quota (check 26)", () => {
  const lateEvening = Math.floor(today / 86_400_000) * 86_400_000 + 23 * 3_600_000 + 1000
  beforeEach(() => void vi.setSystemTime(lateEvening))
  afterAll(() => void vi.setSystemTime(today))

  /** Refused to the end of the day, with nothing left behind and nothing signed. */
  async function expectRefused(ada: Person, bytes: Buffer) {
    const [rows, uploads] = [await photosOf(ada), await openAt(`incoming/${ada.userId}/`)]
    const calls: string[] = []
    const { status, headers, body, text } = await during(
      ({ name }, next) => {
        calls.push(name)
        return next()
      },
      () => start(ada, bytes),
    )
    expect([status, headers.get("retry-after")]).toEqual([429, "3599"])
    expect(body).toMatchObject({ code: "rate_limited", reason: "quota" })
    expect(text).not.toMatch(/https?:|signature|policy/i)
    expect(calls.filter((name) => /Object|Upload/.test(name))).toEqual([])
    expect(await photosOf(ada)).toEqual(rows)
    expect(await openAt(`incoming/${ada.userId}/`)).toEqual(uploads)
    const { body: drafts } = await api("GET /api/me/drafts", { as: ada })
    expect(drafts).toEqual({ items: [], nextCursor: null })
  }

  it("of photos refuses the next one, small or large", slow, async () => {
    const ada = await given.person()
    for (let i = 0; i < 3; i++) expect((await start(ada, await given.jpeg())).status).toBe(201)
    await expectRefused(ada, await given.jpeg())
    await expectRefused(ada, large)
    expect(await quotaOf(ada)).toMatchObject({ photos: 3 })
  })

  it("of bytes refuses what does not fit, and takes what does", slow, async () => {
    const ada = await given.person()
    const fitting = await given.largeJpeg(14 * megabyte)
    expect((await start(ada, fitting)).status).toBe(201)
    await expectRefused(ada, await given.largeJpeg(6 * megabyte + 1))
    expect((await start(ada, await given.largeJpeg(6 * megabyte))).status).toBe(201)
    expect(await quotaOf(ada)).toMatchObject({ photos: 2, bytes: 20 * megabyte })
  })

  it("begins anew at midnight", slow, async () => {
    const ada = await given.person()
    for (let i = 0; i < 3; i++) await start(ada, await given.jpeg())
    await expectRefused(ada, await given.jpeg())
    vi.setSystemTime(lateEvening + 3_599_000)
    expect((await start(ada, await given.jpeg())).status).toBe(201)
    expect((await itemsAbout(ada.userId)).filter((key) => key.includes("#QUOTA"))).toHaveLength(2)
  })
})

it("asking about parts is limited too, by person", slow, async () => {
  const [ada, eve] = [await given.person(), await given.person()]
  const ask = (as: Person) => api("GET /api/uploads/pho_01JD0000000000000000000000/parts", { as })
  // Ten uploads a minute, each of five parts at the most, begun and ended.
  for (let i = 0; i < 70; i++) expect((await ask(ada)).status).toBe(404)
  const { status, headers } = await ask(ada)
  expect(status).toBe(429)
  expect(headers.get("retry-after")).toMatch(/^[1-9]\d*$/)
  expect((await ask(eve)).status).toBe(404)
})
