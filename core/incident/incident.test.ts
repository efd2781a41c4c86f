import { afterAll, beforeAll, expect, it } from "vitest"
import { faultyService } from "../../testing/faulty-service"
import { given } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { ownStorage } from "../../testing/own-storage"
import { Audit } from "../audit"
import { Status } from "../status"
import { table } from "../table"
import { Incident } from "./index"

ownStorage()
let topics: Awaited<ReturnType<typeof faultyService>>
beforeAll(async () => {
  topics = await faultyService(process.env.AWS_ENDPOINT_URL_SNS ?? "")
  process.env.AWS_ENDPOINT_URL_SNS = topics.url
})
afterAll(() => topics.close())

const system = { kind: "system" } as const
const outage = {
  by: "ada",
  kind: "outage" as const,
  title: { en: "Uploads fail", ja: "アップロードできません" },
  impact: "down" as const,
  journeys: ["upload" as const],
  text: { en: "We are looking into it.", ja: "調査しています。" },
}
const shown = async () => (await Status.health()).incidents
const minutes = (n: number) => n * 60_000

it("an outage goes from its opening to its report, on the status page, in the timeline and in the audit", async () => {
  const { id, steps } = await Incident.open(system, outage)
  expect(steps.map(({ name, by }) => [name, by])).toEqual([
    ["scope", "ada"],
    ["status page", "ada"],
    ["rollback", undefined],
    ["root cause", undefined],
    ["report", undefined],
  ])
  expect(await shown()).toMatchObject([{ id, state: "investigating", updates: [{ text: outage.text }] }])
  expect((await Status.health()).state).toBe("down")

  await Incident.update(system, {
    by: "bob",
    incidentId: id,
    state: "identified",
    text: { en: "A full disk." },
    impact: "slow",
    people: 40,
  })
  await Incident.update(system, {
    by: "bob",
    incidentId: id,
    step: "rollback",
    note: "to r12; ask cy | about it",
  })
  await expect(Incident.update(system, { by: "bob", incidentId: id, step: "cut off" })).rejects.toMatchObject(
    { code: "invalid" },
  )
  await expect(Incident.update(system, { by: "bob", incidentId: id })).rejects.toMatchObject({
    code: "invalid",
  })
  await Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "It works again." } })
  await expect(
    Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "Twice." } }),
  ).rejects.toMatchObject({ code: "conflict" })

  const [page] = await shown()
  expect(page).toMatchObject({ state: "resolved", impact: "slow", resolvedAt: expect.any(String) })
  expect(page?.updates.map(({ text }) => text.en)).toEqual([
    "It works again.",
    "A full disk.",
    "We are looking into it.",
  ])
  // What operators tell each other, and who they are, is nobody else's.
  expect(await Status.page("json")).not.toMatch(/r12|bob|ada/)

  const kinds = (await Incident.timeline(id)).map(({ kind, by }) => `${kind} ${by}`)
  expect(kinds).toEqual([
    "opened ada",
    "escalated the product",
    "update bob",
    "step bob",
    "note bob",
    "resolved ada",
  ])
  const audit = (await Audit.ofDay(new Date().toISOString().slice(0, 10))).filter(({ detail }) =>
    detail.includes(id),
  )
  expect(audit.map(({ what }) => what)).toEqual([
    "incident open",
    "incident escalate",
    "incident update",
    "incident update",
    "incident resolve",
  ])
  const report = await Incident.postmortem(id, "ja")
  expect(report).toMatch(/^# アップロードできません\n/)
  expect(report).toContain("- [x] rollback, bob, 20")
  expect(report).toContain("- [ ] report")
  expect(report).toContain("to r12; ask cy \\| about it")
  expect(report).toContain("- People: 40")
})

it("a security incident is shown to nobody before somebody says so", async () => {
  const { id, steps } = await Incident.open(system, { ...outage, kind: "security" })
  expect(steps.map(({ name }) => name)).toEqual(["scope", "cut off", "preserve logs", "notify", "restore"])
  expect((await shown()).map((one) => one.id)).not.toContain(id)
  await Incident.update(system, { by: "ada", incidentId: id, public: true })
  expect((await shown()).map((one) => one.id)).toContain(id)
  await Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "Over." } })
})

it("who is on call is told at once, and each level when nobody acknowledges in time; then nobody", async () => {
  const { id, openedAt } = await Incident.open(system, outage)
  const told = async (name: string) =>
    (await mailsTo(`${name}@sns.invalid`)).filter(({ text }) => text.includes(id))
  const after = (n: number) => Incident.escalateDue(Date.parse(openedAt) + minutes(n))
  expect(await told("photo-sharing-app-local-on-call")).toMatchObject([
    { subject: `[local] outage ${id}`, text: expect.stringContaining(`incident ack ${id} --stage local`) },
  ])
  expect(await after(29)).toEqual({ escalated: 0, faults: 0 })
  expect(await after(30)).toEqual({ escalated: 1, faults: 0 })
  expect(await after(59)).toEqual({ escalated: 0, faults: 0 })
  // The function did not run for an hour: nobody is left out.
  expect(await after(121)).toEqual({ escalated: 2, faults: 0 })
  for (const level of [1, 2, 3])
    expect(await told(`photo-sharing-app-local-escalation-${level}`)).toHaveLength(1)
  expect(await Incident.get(id)).toMatchObject({ escalatedTo: 3 })
  await expect(Incident.escalate(system, { by: "ada", incidentId: id })).rejects.toMatchObject({
    code: "not_found",
  })
  await Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "Over." } })

  const other = await Incident.open(system, outage)
  expect(await Incident.acknowledge(system, { by: "cy", incidentId: other.id })).toMatchObject({
    acknowledgedBy: "cy",
  })
  await expect(Incident.acknowledge(system, { by: "di", incidentId: other.id })).rejects.toMatchObject({
    code: "conflict",
  })
  expect(await Incident.escalateDue(Date.parse(other.openedAt) + minutes(500))).toEqual({
    escalated: 0,
    faults: 0,
  })
  // By hand all the same.
  expect(await Incident.escalate(system, { by: "cy", incidentId: other.id, level: 2 })).toMatchObject({
    escalatedTo: 2,
  })
  await Incident.resolve(system, { by: "ada", incidentId: other.id, text: { en: "Over." } })
})

it("a level that cannot be told is told the next time", async () => {
  const { id, openedAt } = await Incident.open(system, outage)
  const refused = { status: 403, type: "text/xml", body: "<ErrorResponse/>" }
  expect(
    await topics.while(
      () => refused,
      () => Incident.escalateDue(Date.parse(openedAt) + minutes(31)),
    ),
  ).toEqual({ escalated: 0, faults: 1 })
  expect(await Incident.get(id)).toMatchObject({ escalatedTo: 0 })
  expect(await Incident.escalateDue(Date.parse(openedAt) + minutes(31))).toEqual({ escalated: 1, faults: 0 })
  await Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "Over." } })
})

it("mails those affected the newest text in their language, nobody twice, and goes on after an interruption", async () => {
  const { id } = await Incident.open(system, outage)
  const [ada, ken, silent] = [await given.person(), await given.person(), await given.person()]
  await table().user.patch({ userId: ken.userId }).set({ locale: "ja" }).go()
  for (const { userId } of [ada, ken]) await table().user.patch({ userId }).set({ emailVerified: true }).go()
  await table().user.patch({ userId: silent.userId }).set({ emailVerified: false }).go()
  const notify = (...people: { userId: string }[]) =>
    Incident.notify(system, { by: "ada", incidentId: id, userIds: people.map(({ userId }) => userId) })
  expect(await notify(ada)).toEqual({ sent: 1, known: 0, unreachable: 0, failed: 0 })
  expect(await notify(ada, ken, silent)).toEqual({ sent: 1, known: 1, unreachable: 1, failed: 0 })
  expect(await mailsTo(ada.email)).toMatchObject([{ subject: expect.stringContaining("Uploads fail") }])
  expect(await mailsTo(ken.email)).toMatchObject([
    {
      subject: expect.stringContaining("アップロードできません"),
      text: expect.stringMatching(/調査しています。[\s\S]*\/ja\/status/),
    },
  ])
  await Incident.update(system, { by: "ada", incidentId: id, text: { en: "Nothing was lost." } })
  expect(await notify(ada)).toMatchObject({ sent: 1 })
  await Incident.resolve(system, { by: "ada", incidentId: id, text: { en: "Over." } })
})
