import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { table } from "../table"
import { Audit } from "./index"

const system = { kind: "system" } as const

it("an entry that is written over, or taken away, differs from its copy under lock (check 43)", async () => {
  for (const detail of ["one", "two", "three"])
    await Audit.record(system, { by: "test", what: "seal test", detail })
  await settle()
  const day = new Date().toISOString().slice(0, 10)
  const rows = (await table().audit.query.byDay({ day }).go({ pages: "all" })).data.filter(
    ({ what }) => what === "seal test",
  )
  expect(rows).toHaveLength(3)
  // Storage is shared by the files of a run, tables are not: others' copies are of entries that are not here.
  const own = new Set(rows.map(({ auditId }) => auditId))
  const faults = async () => (await Audit.verifyDay(day)).faults.filter(({ auditId }) => own.has(auditId))
  expect(await faults()).toEqual([])
  const [first, second] = rows
  if (!first || !second) throw new Error("there are three")
  // As somebody could who has more rights than the app's role.
  await table()
    .audit.put({ ...first, detail: "something else" })
    .go()
  await table().audit.delete({ day, auditId: second.auditId }).go()
  await settle()
  expect(await faults()).toEqual([
    { auditId: first.auditId, fault: "changed" },
    { auditId: second.auditId, fault: "removed" },
  ])
})
