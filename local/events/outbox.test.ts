import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { eventually, temporaryFolder } from "../test-kit"
import { openOutbox } from "./outbox"

let stopping: AbortController
beforeEach(() => {
  stopping = new AbortController()
  vi.spyOn(console, "warn").mockImplementation(() => {})
  vi.spyOn(console, "error").mockImplementation(() => {})
})
afterEach(() => {
  stopping.abort()
  vi.restoreAllMocks()
})

const open = (root: string, deliver: (event: unknown, id: string) => Promise<unknown>, concurrency = 2) =>
  openOutbox({
    folder: path.join(root, "events"),
    deadLetters: path.join(root, "dead-letters"),
    functionName: "photo-uploaded",
    deliver,
    concurrency,
    retryMs: 5,
    signal: stopping.signal,
  })
const pending = (root: string) => readdir(path.join(root, "events"))

describe("the outbox", () => {
  test("has an event on the disk before it says so, and delivers it after a crash", async () => {
    const root = await temporaryFolder()
    const cutOff = vi.fn(() => new Promise(() => {}))
    const before = await open(root, cutOff)
    await before.start()
    await before.add({ n: 1 })
    expect(await pending(root)).toHaveLength(1)

    const deliver = vi.fn(async () => {})
    await (await open(root, deliver)).start()
    await eventually(async () => expect(await pending(root)).toEqual([]))
    // The same id both times: whoever holds a lease by it takes it up again.
    expect(deliver.mock.calls).toEqual([[{ n: 1 }, expect.stringMatching(/^[0-9A-Z]{26}$/)]])
    expect(deliver.mock.calls).toEqual(cutOff.mock.calls)
  })

  test("keeps events that come before delivery starts, and delivers them once", async () => {
    const root = await temporaryFolder()
    const deliver = vi.fn(async () => {})
    const outbox = await open(root, deliver)
    await Promise.all([outbox.add({ n: 1 }), outbox.add({ n: 2 })])
    expect(deliver).not.toHaveBeenCalled()
    await outbox.start()
    await eventually(async () => expect(await pending(root)).toEqual([]))
    expect(deliver).toHaveBeenCalledTimes(2)
  })

  test("tries three times, then keeps a dead letter; the others do not wait for it", async () => {
    const root = await temporaryFolder()
    const delivered: unknown[] = []
    const outbox = await open(
      root,
      async (event) => {
        delivered.push(event)
        if (event === "bad") throw new TypeError("no such photo")
      },
      1,
    )
    await outbox.add("bad")
    await outbox.add("good")
    await outbox.start()
    const letters = path.join(root, "dead-letters", "photo-uploaded")
    await eventually(async () => expect(await readdir(letters)).toHaveLength(1))
    await eventually(async () => expect(await pending(root)).toEqual([]))
    expect(delivered.filter((event) => event === "bad")).toHaveLength(3)
    expect(delivered.indexOf("good")).toBe(1)
    const [name = ""] = await readdir(letters)
    expect(JSON.parse(await readFile(path.join(letters, name), "utf8"))).toMatchObject({
      function: "photo-uploaded",
      event: "bad",
      tries: 3,
      error: { name: "TypeError", message: "no such photo" },
    })
  })

  test("delivers no more at once than it may", async () => {
    const root = await temporaryFolder()
    let running = 0
    let most = 0
    const outbox = await open(root, async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running--
    })
    await outbox.start()
    await Promise.all(Array.from({ length: 8 }, (_, n) => outbox.add(n)))
    await eventually(async () => expect(await pending(root)).toEqual([]))
    expect(most).toBe(2)
  })

  test("counts a failure while stopping as nothing: the event stays", async () => {
    const root = await temporaryFolder()
    const called = vi.fn(async () => {
      stopping.abort()
      throw new Error("ended")
    })
    const outbox = await open(root, called)
    await outbox.start()
    await outbox.add("x")
    await eventually(() => expect(called).toHaveBeenCalledTimes(1))
    expect(await pending(root)).toHaveLength(1)
  })
})
