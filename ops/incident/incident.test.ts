import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { beforeAll, expect, it, vi } from "vitest"
import { Audit } from "../../core/audit"
import { Incident } from "../../core/incident"
import { Status } from "../../core/status"
import { table } from "../../core/table"
import { given } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { ownStorage } from "../../testing/own-storage"
import { ops } from "../testing/ops"

vi.mock("../who", () => ({ who: async () => "ada, on call" }))
const stage = ["--stage", "staging"]
ownStorage()

// As inside `sst shell --stage staging`, with this file's table.
beforeAll(() => {
  process.env.SST_RESOURCE_App = JSON.stringify({ name: "photo-sharing-app", stage: "staging" })
})

const incident = async (...words: string[]) => ops("incident", ...words, ...stage)
const open = [
  "open",
  "Uploads fail",
  "--title-ja",
  "アップロードできません",
  "--journeys",
  "upload,process",
  "--text",
  "We look.",
]

it("an incident is opened, updated, acknowledged, escalated, resolved and reported by whoever is on call", async () => {
  expect(await incident("show")).toMatchObject({
    code: 4,
    errors: expect.stringContaining("No incident is open."),
  })
  expect(await incident("list")).toMatchObject({ code: 0, out: "There is none." })
  expect(await incident(...open)).toMatchObject({ code: 2, errors: expect.stringContaining("--yes") })
  expect(await incident(...open, "--dry-run")).toMatchObject({
    code: 0,
    out: "Would: open an incident (outage, upload,process down): Uploads fail",
  })
  expect(await Incident.list()).toEqual([])
  expect(await incident("open", "Nothing", "--journeys", "baking", "--text", "x", "--yes")).toMatchObject({
    code: 2,
    errors: expect.stringContaining('"baking" is no journey'),
  })
  const { out, code } = await incident(...open, "--yes", "--json")
  const { id } = JSON.parse(out)
  expect([code, (await Status.health()).incidents[0]?.id]).toEqual([0, id])

  const update = [
    "update",
    "--state",
    "identified",
    "--text",
    "A queue.",
    "--step",
    "rollback",
    "--note",
    "to r12",
    "--yes",
  ]
  expect(await incident(...update)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/x +rollback .*ada, on call/),
  })
  expect(await incident("update", "--step", "cut-off", "--yes")).toMatchObject({ code: 2 })
  expect(await incident("escalate", "--level", "9", "--dry-run")).toMatchObject({ code: 2 })
  expect(await incident("escalate", "--dry-run")).toMatchObject({
    out: `Would: tell level 1, Development, of ${id}`,
  })
  expect(await incident("escalate", "--yes")).toMatchObject({ code: 0, out: `Told: level 1 of ${id}.` })
  const told = await mailsTo("photo-sharing-app-local-escalation-1@sns.invalid")
  expect(told.filter(({ subject, text }) => `${subject} ${text}`.includes(id))).toHaveLength(1)
  expect(await incident("ack", "--yes")).toMatchObject({ code: 0 })
  expect(await incident("ack", "--yes")).toMatchObject({
    code: 1,
    errors: expect.stringContaining("in hand already"),
  })
  const { out: shown } = await incident("show")
  expect(shown).toMatch(/escalated +level 1, Development/)
  expect(await incident("list", "--open")).toMatchObject({ out: expect.stringContaining(id) })

  expect(await incident("resolve", "--text", "It works again.", "--yes")).toMatchObject({ code: 0 })
  expect(await incident("list", "--open")).toMatchObject({ out: "There is none." })
  expect((await Status.health()).incidents[0]).toMatchObject({ state: "resolved" })
  expect(await incident("update", id, "--note", "late", "--yes")).toMatchObject({ code: 1 })

  const folder = await mkdtemp(path.join(tmpdir(), "report-"))
  const file = path.join(folder, "report.md")
  expect(await incident("postmortem", id, "--lang", "ja", "--out", file)).toMatchObject({ code: 0 })
  expect(await readFile(file, "utf8")).toMatch(/^# アップロードできません[\s\S]*to r12/)
  await rm(folder, { recursive: true })
  expect(await incident("postmortem", "inc_01J0000000000000000000000A")).toMatchObject({ code: 4 })

  const day = await Audit.ofDay(new Date().toISOString().slice(0, 10))
  expect([...new Set(day.map(({ what }) => what))]).toEqual([
    "incident open",
    "incident escalate",
    "incident update",
    "incident ack",
    "incident resolve",
  ])
})

it("those whom it concerned are counted first, then mailed, as many as asked for at a time", async () => {
  const [ada, ken, long] = [await given.person(), await given.person(), await given.person()]
  for (const { userId } of [ada, ken, long])
    await table().user.patch({ userId }).set({ emailVerified: true }).go()
  await table().user.patch({ userId: long.userId }).set({ seenOn: "2020-01-01" }).go()
  const { out } = await incident(...open, "--yes", "--json")
  const { id } = JSON.parse(out)
  const would = async (...words: string[]) => (await incident("notify", ...words, "--dry-run")).out
  expect(await would()).toBe(`Would: mail up to 0 of 0 people of ${id}`)
  await given.upload(ada, await given.jpeg())
  expect(await would()).toBe(`Would: mail up to 1 of 1 people of ${id}`)
  expect(await would("--who", "active")).toBe(`Would: mail up to 2 of 2 people of ${id}`)
  expect(await would("--who", "everybody", "--limit", "2")).toBe(`Would: mail up to 2 of 3 people of ${id}`)
  const all = ["notify", "--who", "everybody", "--yes", "--json"]
  const done = async (...words: string[]) => JSON.parse((await incident(...all, ...words)).out)
  expect(await done("--limit", "2")).toMatchObject({ sent: 2, known: 0, left: 1 })
  expect(await done("--limit", "2")).toMatchObject({ sent: 1, known: 2, left: 0 })
  expect(await done()).toMatchObject({ sent: 0, known: 3, left: 0 })
  for (const { email } of [ada, ken, long]) expect(await mailsTo(email)).toHaveLength(1)
  await incident("resolve", id, "--text", "Over.", "--yes")
})
