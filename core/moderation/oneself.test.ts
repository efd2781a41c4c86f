import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { Report } from "../report"
import { table } from "../table"
import { Takedown } from "../takedown"
import { Moderation } from "./index"

const why = { rule: "other", reason: "Please show that this is yours." } as const

it("a moderator who is reported reads neither who did, nor what they wrote, nor what others noted; another one does", async () => {
  const [reported, reporter, other] = await Promise.all([
    given.moderator(),
    given.person(),
    given.moderator(),
  ])
  const post = await given.post(reported, { caption: "Mine" })
  await Report.make(reporter, { target: post.id, kind: "stolen", text: "I took this one." })
  await Takedown.send(reporter, {
    address: post.id,
    name: "Rita Holder",
    email: reporter.email,
    right: "copyright",
    text: "This photo is mine, it hangs in my shop.",
    sworn: true,
  })
  await Moderation.note(other, { id: post.id, note: "Rita wrote to us." })
  const own = await Moderation.caseOf(reported, { id: post.id })
  expect(own).toMatchObject({ reports: [], takedowns: [], notes: [], acts: [] })
  const words = [reporter.userId, reporter.handle, reporter.email, "Rita", "I took this one"]
  for (const word of words) expect(JSON.stringify(own)).not.toContain(word)
  const theirs = await Moderation.caseOf(other, { id: post.id })
  expect(theirs).toMatchObject({ reports: [{ by: { id: reporter.userId } }], takedowns: [{}], notes: [{}] })
})

it("nobody takes back a decision about themselves, and a moderator none about another who moderates", async () => {
  const [decided, admin, other] = await Promise.all([given.moderator(), given.admin(), given.moderator()])
  await table().staff.put({ userId: other.userId, role: "moderator" }).go()
  const post = await given.post(decided, { caption: "Mine" })
  const { decisions } = await Moderation.decide(admin, { targets: [post.id], act: "hide", ...why })
  await settle()
  const undo = { id: decisions[0]?.id ?? "", why: "It is fine." }
  await expect(Moderation.undo(decided, undo)).rejects.toMatchObject({ code: "conflict", reason: "oneself" })
  await expect(Moderation.undo(other, undo)).rejects.toMatchObject({ reason: "admins_only" })
  expect((await Moderation.read(decided, { id: undo.id })).undone).toBe(false)
  await Moderation.undo(admin, undo)
  expect((await Moderation.read(decided, { id: undo.id })).undone).toBe(true)
})
