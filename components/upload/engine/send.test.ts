import { beforeEach, describe, expect, it, vi } from "vitest"
import { throughLink } from "@/components/api/guests"
import { uploads } from "@/components/api/uploads"
import { ProblemError } from "@/components/api-call"
import { untilNextTry } from "./passing"
import { send } from "./send"
import type { Step } from "./steps"
import { upload } from "./testing"
import { transmit } from "./transmit"
import type { Via } from "./via"

vi.mock("./transmit")
vi.mock(import("./passing"), async (original) => ({ ...(await original()), untilNextTry: vi.fn() }))
vi.mock(import("@/components/api/uploads"), async (original) => {
  const real = await original()
  return { ...real, uploads: { start: vi.fn(), progress: vi.fn(), signParts: vi.fn(), complete: vi.fn() } }
})

const file = new File(["abcdeabcdexy"], "a.jpg")
const hashes = { sha256: "5a", partSize: 5, parts: ["h1", "h2", "h3"] }
const plan = { kind: "multipart", partSize: 5, parts: 3 } as const
const stored = (...numbers: number[]) =>
  numbers.map((partNumber) => ({ partNumber, byteLength: 5, sha256: `h${partNumber}` }))
const storage = (status: number) => new ProblemError({ code: "storage", status })
const offline = new ProblemError({ code: "unreachable", status: 0 })

/** What was put where, as "<url> <bytes>". */
let put: string[]
let events: Parameters<Step["tell"]>[0][]
const begun = upload("a", { file, hashes, photoId: "pho_1", stage: "started" })
const run = (over = {}, via?: Via) =>
  send({
    upload: { ...begun, ...over },
    tell: (event) => events.push(event),
    signal: new AbortController().signal,
    partSize: 5,
    ...(via && { via }),
  })
const answers = (...faults: (Error | undefined)[]) =>
  vi.mocked(transmit).mockImplementation(async ({ url, body }) => {
    put.push(`${url} ${body instanceof Blob ? await body.text() : "form"}`)
    const fault = faults.shift()
    if (fault) throw fault
  })

beforeEach(() => {
  vi.clearAllMocks()
  put = []
  events = []
  answers()
  vi.mocked(uploads.signParts).mockImplementation(async (_photoId, parts) => ({
    parts: parts.map(({ partNumber }) => ({ partNumber, url: `part${partNumber}`, headers: {} })),
    expiresAt: "",
  }))
})

describe("sending in parts", () => {
  it("sends each part, completes and says so", async () => {
    await run({ plan })
    expect(put).toEqual(["part1 abcde", "part2 abcde", "part3 xy"])
    expect(uploads.progress).not.toHaveBeenCalled()
    expect(uploads.complete).toHaveBeenCalledOnce()
    expect(events.at(-1)).toEqual({ type: "arrived", photoId: "pho_1" })
  })

  it("sends only what storage lacks when it goes on", async () => {
    vi.mocked(uploads.progress).mockResolvedValue({ received: false, upload: plan, parts: stored(1, 2) })
    await run()
    expect(put).toEqual(["part3 xy"])
    expect(events).toContainEqual({ type: "progressed", sent: 10 })
  })

  it("asks how far it is after the line was cut: a part that had arrived is not sent again", async () => {
    answers(undefined, offline)
    vi.mocked(uploads.progress).mockResolvedValue({ received: false, upload: plan, parts: stored(1, 2) })
    await run({ plan })
    expect(put).toEqual(["part1 abcde", "part2 abcde", "part3 xy"])
    expect(events).toContainEqual({ type: "waiting", for: "network" })
    expect(untilNextTry).toHaveBeenCalledOnce()
  })

  it("has its parts signed anew when the signatures are too old, and gives up when that does not help", async () => {
    answers(storage(403))
    vi.mocked(uploads.progress).mockResolvedValue({ received: false, upload: plan, parts: [] })
    await run({ plan })
    expect(uploads.signParts).toHaveBeenCalledTimes(2)
    expect(untilNextTry).not.toHaveBeenCalled()
    answers(...Array.from({ length: 9 }, () => storage(403)))
    await expect(run()).rejects.toMatchObject({ code: "storage", status: 403 })
  })

  it("begins anew what the server no longer has", async () => {
    vi.mocked(uploads.progress).mockRejectedValue(new ProblemError({ code: "not_found", status: 404 }))
    await run()
    expect(events.at(-1)).toMatchObject({ type: "lost", startKey: expect.any(String) })
  })
})

describe("sending through a link", () => {
  const via = { ...throughLink("T", { name: "Grandma", key: "k1" }), uploads }
  const gone = (reason?: string) =>
    vi.mocked(uploads.progress).mockRejectedValue(new ProblemError({ code: "x", status: 404, reason }))

  it("is over when all was sent and somebody has decided before the answer came", async () => {
    vi.mocked(uploads.complete).mockRejectedValueOnce(offline)
    vi.mocked(transmit).mockImplementation(async ({ body }, onProgress) =>
      onProgress(body instanceof Blob ? body.size : 0),
    )
    gone()
    await run({ plan }, via)
    expect(events.at(-1)).toEqual({ type: "decided" })
  })

  it("begins anew what the server lost before all was sent", async () => {
    answers(undefined, offline)
    gone()
    await run({ plan }, via)
    expect(events.at(-1)).toMatchObject({ type: "lost", startKey: expect.any(String) })
  })
})

describe("sending in one piece", () => {
  const form = { kind: "post", url: "storage", fields: { key: "k" }, expiresAt: "" } as const

  it("sends a form, and nothing when it had arrived although the answer was lost", async () => {
    answers(offline)
    vi.mocked(uploads.progress).mockResolvedValue({ received: true })
    await run({ plan: form })
    expect(put).toEqual(["storage form"])
    expect(events.at(-1)).toEqual({ type: "arrived", photoId: "pho_1" })
  })
})
