import { expect, it } from "vitest"
import { Drill } from "./index"

const system = { kind: "system" } as const
const restore = (ok: boolean) => ({
  kind: "restore" as const,
  by: "ada",
  ok,
  proof: [{ name: "posts", ok, found: ok ? "100 of 100 equal" : "99 of 100 equal" }],
})

it("a drill is noted with what it proved, and the last proof outlives a later failure", async () => {
  const proved = await Drill.record(system, restore(true))
  const failed = await Drill.record(system, restore(false))
  expect(await Drill.list("restore")).toEqual([failed, proved])
  expect(await Drill.last()).toEqual({
    restore: { proved, tried: failed },
    rollback: {},
    alarm: {},
    dlq: {},
    leak: {},
  })
  await expect(Drill.record(system, { ...restore(true), by: "" })).rejects.toMatchObject({ code: "invalid" })
})
