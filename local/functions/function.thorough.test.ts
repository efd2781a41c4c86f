import { writeFile } from "node:fs/promises"
import path from "node:path"
import { describe, expect, onTestFinished, test, vi } from "vitest"
import { eventually, temporaryFolder } from "../test-kit"
import { localFunction } from "./function"

/** A function whose source the test writes. */
async function given(source: string, timeoutMs = 10_000) {
  const file = path.join(await temporaryFolder(), "sample.ts")
  await writeFile(file, source)
  const report = vi.fn()
  const sample = localFunction({ file, env: process.env, timeoutMs, report })
  onTestFinished(sample.close)
  return { ...sample, report, rewrite: (text: string) => writeFile(file, text) }
}

describe("a local function", () => {
  test("gets the event and a context, and answers", async () => {
    const { invoke } = await given(`
      export const handler = async (event: { n: number }, context: any) =>
        ({ n: event.n + 1, name: context.functionName, left: context.getRemainingTimeInMillis() > 0 })`)
    expect(await invoke({ n: 1 })).toEqual({ n: 2, name: "sample", left: true })
    expect(await invoke({ n: 2 })).toMatchObject({ n: 3 })
  })

  test("fails with its own error, its crash, or its time", async () => {
    const { invoke } = await given(
      `export const handler = async (event: string) => {
        if (event === "throw") throw new TypeError("no")
        if (event === "crash") process.exit(3)
        if (event === "hang") await new Promise(() => setInterval(() => {}, 1000))
        return process.pid
      }`,
      700,
    )
    const first = await invoke("fine")
    await expect(invoke("throw")).rejects.toMatchObject({ name: "TypeError", message: "no" })
    expect(await invoke("fine")).toBe(first)
    await expect(invoke("crash")).rejects.toThrow("ended while it ran (3)")
    expect(await invoke("fine")).not.toBe(first)
    await expect(invoke("hang")).rejects.toThrow("did not end within 0.7 s")
    expect(await invoke("fine")).toBeGreaterThan(0)
  })

  test("crashes for one event alone", async () => {
    const { invoke } = await given(`
      export const handler = async (event: string) => {
        if (event === "crash") process.exit(1)
        await new Promise((resolve) => setTimeout(resolve, 200))
        return "done"
      }`)
    const results = await Promise.allSettled([invoke("fine"), invoke("crash")])
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"])
  })

  test("runs its new source after a reload, and ends what it began in the old one", async () => {
    const source = (version: number) => `export const handler = async (wait: number) => {
      await new Promise((resolve) => setTimeout(resolve, wait))
      return ${version}
    }`
    const { invoke, reload, rewrite } = await given(source(1))
    expect(await invoke(0)).toBe(1)
    const slow = invoke(300)
    await rewrite(source(2))
    reload()
    expect(await invoke(0)).toBe(2)
    expect(await slow).toBe(1)
    expect(await invoke(0)).toBe(2)
  })

  test("that does not load lets its events wait until it does", async () => {
    const { invoke, reload, rewrite, report } = await given("export const handler = (")
    const answer = invoke("x")
    await eventually(() => expect(report).toHaveBeenCalled())
    expect(report.mock.calls[0]?.[0]).toMatch(/^does not load, its events wait: /)
    await rewrite(`export const handler = async (event: string) => event`)
    reload()
    expect(await answer).toBe("x")
  })
})
