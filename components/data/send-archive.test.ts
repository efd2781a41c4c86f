import { beforeEach, expect, it, vi } from "vitest"
import { imports } from "@/components/api/imports"
import { ProblemError } from "@/components/api-call"
import { transmit } from "@/components/upload/engine/transmit"
import type { ImportView } from "@/core/import/import.schema"
import { OtherFile, sendArchive } from "./send-archive"

vi.mock("@/components/upload/engine/transmit")
vi.mock(import("@/components/upload/engine/passing"), async (original) => ({
  ...(await original()),
  untilNextTry: vi.fn(),
}))
vi.mock(import("@/components/api/imports"), async (original) => {
  const real = await original()
  return { imports: { ...real.imports, progress: vi.fn(), sign: vi.fn(), complete: vi.fn() } }
})

const offline = new ProblemError({ code: "unreachable", status: 0 })
const busy = new ProblemError({ code: "rate_limited", status: 429 })
const refused = new ProblemError({ code: "conflict", status: 409, reason: "archive_file_arrived" })
const storage = (status: number) => new ProblemError({ code: "storage", status })

const file = () => new File(["abcdeabcdexy"], "a.zip")
let put: string[]
let told: number[]
const run = (of = file()) =>
  sendArchive({
    view: { id: "imp_1" } as ImportView,
    files: [of],
    onProgress: (sent) => told.push(sent),
    signal: new AbortController().signal,
  })

beforeEach(() => {
  vi.resetAllMocks()
  put = []
  told = []
  vi.mocked(imports.progress).mockResolvedValue({ arrived: false, partSize: 5, parts: [] })
  vi.mocked(imports.sign).mockImplementation(async (_id, _file, { partNumber }) => ({
    parts: [{ partNumber, url: `part${partNumber}`, headers: {} }],
    expiresAt: "",
  }))
  vi.mocked(transmit).mockImplementation(async ({ url, body }) => {
    put.push(`${url} ${await (body as Blob).text()}`)
  })
})

it("sends each part, and completes the file", async () => {
  await run()
  expect(put.toSorted()).toEqual(["part1 abcde", "part2 abcde", "part3 xy"])
  expect(told.at(-1)).toBe(12)
  expect(imports.complete).toHaveBeenCalledOnce()
})

it("completes a file that has arrived: whoever joined it may not have come to note it", async () => {
  vi.mocked(imports.progress).mockResolvedValue({ arrived: true, partSize: 5, parts: [] })
  await run()
  expect(put).toEqual([])
  expect(told).toEqual([12])
  expect(imports.complete).toHaveBeenCalledOnce()
})

it("outlives a cut line and a busy server before the first part, at a part and after the last", async () => {
  vi.mocked(imports.progress).mockRejectedValueOnce(offline)
  vi.mocked(imports.sign).mockRejectedValueOnce(busy)
  vi.mocked(imports.complete).mockRejectedValueOnce(busy).mockRejectedValueOnce(offline)
  await run()
  expect(put).toHaveLength(3)
  expect(imports.complete).toHaveBeenCalledTimes(3)
})

it("asks for a fresh address when storage refuses one, and gives up when that does not help", async () => {
  vi.mocked(transmit).mockRejectedValueOnce(storage(403))
  await run()
  expect(imports.sign).toHaveBeenCalledTimes(4)
  vi.mocked(transmit).mockRejectedValue(storage(403))
  await expect(run()).rejects.toMatchObject({ code: "storage", status: 403 })
})

it("stops the other parts when one fails for good, and tells nothing any more", async () => {
  const signals: AbortSignal[] = []
  const arrive: (() => void)[] = []
  vi.mocked(transmit).mockImplementation((_request, _onProgress, signal) => {
    signals.push(signal)
    return new Promise((resolve) => arrive.push(resolve))
  })
  vi.mocked(imports.sign).mockImplementation(async (_id, _file, { partNumber }) => {
    if (partNumber < 3) return { parts: [{ partNumber, url: "", headers: {} }], expiresAt: "" }
    await vi.waitUntil(() => signals.length === 2)
    throw refused
  })
  await expect(run()).rejects.toBe(refused)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true])
  const before = told.length
  for (const done of arrive) done()
  await new Promise((resolve) => setTimeout(resolve))
  expect(told).toHaveLength(before)
  expect(imports.complete).not.toHaveBeenCalled()
})

it("says of a file that can no longer be read that it is not the one that was begun", async () => {
  const moved = file()
  moved.slice = () =>
    ({ arrayBuffer: () => Promise.reject(new DOMException("", "NotReadableError")) }) as Blob & {
      arrayBuffer(): Promise<never>
    }
  await expect(run(moved)).rejects.toBeInstanceOf(OtherFile)
})
