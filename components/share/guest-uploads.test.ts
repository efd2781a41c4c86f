import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { sendPhoto } from "@/components/upload/engine/send-photo"
import { upload } from "@/components/upload/engine/testing"
import type { Upload } from "@/components/upload/engine/upload"
import { guestUploads } from "./guest-uploads"

vi.mock("@/components/upload/engine/send-photo", () => ({ sendPhoto: vi.fn() }))

const grandma = { name: "Grandma", key: "k1" }
const granny = { name: "Granny", key: "k2" }
const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>()
const refusing = (status: number, problem: object) =>
  fetched.mockImplementation(async () => new Response(JSON.stringify(problem), { status }))

let items: readonly Upload[]
const opened = () => guestUploads({ token: "T", partSize: 5, onChange: (now) => (items = now) })

/** Photos that got so far: each stays there until it is stopped. */
const reaching = (over: Partial<Upload>) =>
  vi.mocked(sendPhoto).mockImplementation((first, { signal, onChange }) => {
    onChange({ ...first, ...over })
    return new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason))
    })
  })
const isReady = { stage: "ready", photoId: "pho_1", arrived: true } as const
const isSending = { stage: "sending", photoId: "pho_1", sent: 0 } as const

beforeEach(() => {
  items = []
  vi.mocked(sendPhoto).mockReset()
  vi.stubGlobal("document", { documentElement: { lang: "en" } })
  vi.stubGlobal("fetch", fetched)
  fetched.mockReset().mockImplementation(async () => new Response(null, { status: 204 }))
})
afterEach(() => vi.unstubAllGlobals())

it("takes a photo back with the key that it was sent with, whatever the guest is called by then", async () => {
  reaching(isReady)
  const uploads = opened()
  uploads.add([upload("a")], grandma)
  uploads.add([upload("b")], granny)
  await uploads.takeBack("a")
  expect(fetched.mock.calls.map(([path, { method, body }]) => [method, path, body])).toEqual([
    ["DELETE", "/api/s/T/uploads/pho_1", JSON.stringify({ key: "k1" })],
  ])
  expect(items.map(({ key }) => key)).toEqual(["b"])
})

describe("a photo that could not be taken back", () => {
  it.each([
    [429, { code: "rate_limited" }],
    [503, { code: "unavailable" }],
    [410, { code: "gone", reason: "link_ended" }],
    [404, { code: "not_found", reason: "no_link" }],
  ])("stays after a %i: %o", async (status, problem) => {
    refusing(status, problem)
    reaching(isReady)
    const uploads = opened()
    uploads.add([upload("a")], grandma)
    await expect(uploads.takeBack("a")).rejects.toMatchObject({ status })
    expect(items).toMatchObject([{ key: "a", ...isReady }])
  })

  it("stays without a network, and is followed further where it has arrived", async () => {
    fetched.mockRejectedValue(new TypeError("offline"))
    reaching({ ...isReady, stage: "processing" })
    const uploads = opened()
    uploads.add([upload("a")], grandma)
    await expect(uploads.takeBack("a")).rejects.toMatchObject({ code: "unreachable" })
    expect(items).toMatchObject([{ stage: "processing" }])
    await vi.waitFor(() => expect(sendPhoto).toHaveBeenCalledTimes(2))
    expect(vi.mocked(sendPhoto).mock.lastCall?.[0]).toMatchObject({ key: "a", photoId: "pho_1" })
  })

  it("is sent no further, and can be taken back once more", async () => {
    refusing(503, { code: "unavailable", detail: "Come back soon." })
    reaching(isSending)
    const uploads = opened()
    uploads.add([upload("a")], grandma)
    await expect(uploads.takeBack("a")).rejects.toMatchObject({ status: 503 })
    expect(items).toMatchObject([{ stage: "failed", fault: { detail: "Come back soon." } }])
    expect(sendPhoto).toHaveBeenCalledOnce()
    fetched.mockResolvedValue(new Response(null, { status: 204 }))
    await uploads.takeBack("a")
    expect(items).toEqual([])
  })
})

it("takes back what waits on after the end of its link", async () => {
  reaching({ ...isReady, ended: true })
  const uploads = opened()
  uploads.add([upload("a")], grandma)
  expect(await uploads.takeBack("a")).toBe("removed")
  expect(fetched).toHaveBeenCalledOnce()
  expect(items).toEqual([])
})

describe("a photo that the server no longer knows", () => {
  it("was decided about when it had arrived: that is said, and asked no second time", async () => {
    refusing(404, { code: "not_found" })
    reaching(isReady)
    const uploads = opened()
    uploads.add([upload("a")], grandma)
    expect(await uploads.takeBack("a")).toBe("decided")
    expect(items).toMatchObject([{ key: "a", decided: true }])
    expect(await uploads.takeBack("a")).toBe("removed")
    expect(items).toEqual([])
    expect(fetched).toHaveBeenCalledOnce()
  })

  it("is gone when it had not arrived", async () => {
    refusing(404, { code: "not_found" })
    reaching(isSending)
    const uploads = opened()
    uploads.add([upload("a")], grandma)
    await uploads.takeBack("a")
    expect(items).toEqual([])
  })
})

it("sends two at a time, and the next once one is taken back before the server heard of it", async () => {
  reaching({ stage: "hashing" })
  const uploads = opened()
  uploads.add([upload("a"), upload("b"), upload("c")], grandma)
  expect(sendPhoto).toHaveBeenCalledTimes(2)
  await uploads.takeBack("a")
  await vi.waitFor(() => expect(sendPhoto).toHaveBeenCalledTimes(3))
  expect(items.map(({ key }) => key)).toEqual(["b", "c"])
  expect(fetched).not.toHaveBeenCalled()
})
