import { beforeEach, expect, it, vi } from "vitest"
import { ProblemError } from "@/components/api-call"
import { follow } from "./follow"
import { prepare } from "./prepare"
import { send } from "./send"
import { sendPhoto } from "./send-photo"
import { hashes, upload } from "./testing"

vi.mock("./prepare")
vi.mock("./send")
vi.mock("./follow")

const plan = { kind: "multipart", partSize: 5, parts: 3 } as const
const ready = { id: "pho_1", state: "ready" } as const
let stages: string[]
const run = (signal = new AbortController().signal) =>
  sendPhoto(upload("a"), { partSize: 5, signal, onChange: ({ stage }) => stages.push(stage) })

beforeEach(() => {
  vi.clearAllMocks()
  stages = []
  vi.mocked(prepare).mockImplementation(async ({ tell }) => {
    tell({ type: "started" })
    tell({ type: "hashed", hashes: hashes("5a") })
    tell({ type: "begun", photoId: "pho_1", plan })
  })
  vi.mocked(send).mockImplementation(async ({ tell }) => {
    tell({ type: "sending" })
    tell({ type: "arrived", photoId: "pho_1" })
  })
  vi.mocked(follow).mockImplementation(async ({ tell }) => tell({ type: "settled", photo: ready }))
})

it("prepares, sends and follows a photo until it is ready", async () => {
  expect(await run()).toMatchObject({ stage: "ready", photoId: "pho_1", photo: ready })
  expect(stages).toEqual(["hashing", "hashing", "started", "sending", "processing", "ready"])
})

it("sends nothing of a file that the server has", async () => {
  vi.mocked(prepare).mockImplementation(async ({ tell }) => tell({ type: "arrived", photoId: "pho_2" }))
  expect(await run()).toMatchObject({ stage: "ready" })
  expect(stages).not.toContain("sending")
})

it("begins anew when the server lost it", async () => {
  vi.mocked(send).mockImplementationOnce(async ({ tell }) => tell({ type: "lost", startKey: "again" }))
  expect(await run()).toMatchObject({ stage: "ready" })
  expect(prepare).toHaveBeenCalledTimes(2)
})

it("ends with the reason of what stands", async () => {
  const refusal = new ProblemError({ code: "too_large", status: 413, detail: "Too large." })
  vi.mocked(prepare).mockRejectedValue(refusal)
  expect(await run()).toMatchObject({ stage: "failed", fault: { reason: "refused", detail: "Too large." } })
})

it("stops when it is told to, and tells nothing more", async () => {
  const stop = new AbortController()
  vi.mocked(send).mockImplementation(async ({ tell }) => {
    stop.abort(new Error("left"))
    tell({ type: "arrived", photoId: "pho_1" })
  })
  await expect(run(stop.signal)).rejects.toThrow("left")
  expect(stages.at(-1)).toBe("started")
})
