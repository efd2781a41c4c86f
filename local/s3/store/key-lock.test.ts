import { expect, it } from "vitest"
import { KeyLock } from "./key-lock"

it("runs tasks of one name in turn, also after one failed, and others beside them", async () => {
  const lock = new KeyLock()
  const log: string[] = []
  const gate = { open: () => {} }
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve
  })
  const first = lock.run("a", async () => {
    await opened
    log.push("a1")
    throw new Error("a1 failed")
  })
  const second = lock.run("a", async () => void log.push("a2"))
  await lock.run("b", async () => void log.push("b"))
  gate.open()
  await expect(first).rejects.toThrow("a1 failed")
  await second
  await lock.idle()
  expect(log).toEqual(["b", "a1", "a2"])
})
