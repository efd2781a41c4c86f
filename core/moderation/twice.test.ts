import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { justBefore, killedEverywhere } from "../../testing/faults"
import { given } from "../../testing/given"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Account } from "../account"
import { Photo } from "../photo"
import { Report } from "../report"
import { table } from "../table"
import { Moderation } from "./index"

const system = { kind: "system" } as const

const why = { rule: "other", reason: "Please show that this is yours." } as const
const shut = { act: "quarantine", rule: "illegal", reason: "Not here." } as const

const decisionsAbout = async (targetId: string) =>
  (await items()).filter((item) => item.__edb_e__ === "decision" && item.targetId === targetId)

it("of two moderators who decide about an open case in the same moment, one does", async () => {
  const [author, reporter, one, other] = await Promise.all([
    given.person(),
    given.person(),
    given.moderator(),
    given.moderator(),
  ])
  const { id } = await given.post(author)
  await Report.make(reporter, { target: id, kind: "spam" })
  const warn = { targets: [id], act: "warn" as const, ...why }
  const late = justBefore(
    "TransactWriteItemsCommand",
    () => Moderation.decide(other, warn),
    () => Moderation.decide(one, warn),
  )
  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "decided_so" })
  expect(await decisionsAbout(id)).toHaveLength(1)
})

it("a report that came in after a case was shown is not closed unread", async () => {
  const [author, reporter, late, moderator] = await Promise.all([
    given.person(),
    given.person(),
    given.person(),
    given.moderator(),
  ])
  const { id } = await given.post(author)
  await Report.make(reporter, { target: id, kind: "spam" })
  const { newestAt } = await Moderation.caseOf(moderator, { id })
  await Report.make(late, { target: id, kind: "minors", text: "A child." })
  const dismiss = { targets: [id], act: "dismiss" as const }
  const unread = Moderation.decide(moderator, { ...dismiss, seen: [{ target: id, newestAt }] })
  await expect(unread).rejects.toMatchObject({ code: "conflict", reason: "case_grew" })
  const now = await Moderation.caseOf(moderator, { id })
  expect(now).toMatchObject({ status: "open", count: 2, decisions: [] })
  await Moderation.decide(moderator, { ...dismiss, seen: [{ target: id, newestAt: now.newestAt }] })
  expect(await Moderation.caseOf(moderator, { id })).toMatchObject({ status: "decided" })
  // Seen while nothing was open.
  await Report.make(await given.person(), { target: id, kind: "spam" })
  const old = Moderation.decide(moderator, { ...dismiss, seen: [{ target: id }] })
  await expect(old).rejects.toMatchObject({ code: "conflict", reason: "case_grew" })
})

it("what a colleague decided since it was shown is not decided twice; of several the others are", async () => {
  const [author, reporter, one, other] = await Promise.all([
    given.person(),
    given.person(),
    given.moderator(),
    given.moderator(),
  ])
  const { id } = await given.post(author)
  const { id: left } = await given.post(author)
  for (const target of [id, left]) await Report.make(reporter, { target, kind: "spam" })
  const seen = (await Promise.all([id, left].map((target) => Moderation.caseOf(one, { id: target })))).map(
    ({ target, newestAt }) => ({ target, newestAt }),
  )
  const warn = { act: "warn" as const, ...why, seen }
  await Moderation.decide(other, { ...warn, targets: [id] })
  const again = Moderation.decide(one, { ...warn, targets: [id] })
  await expect(again).rejects.toMatchObject({ code: "conflict", reason: "case_decided" })
  expect(await decisionsAbout(id)).toHaveLength(1)
  const { decisions, refused } = await Moderation.decide(one, { ...warn, targets: [id, left] })
  expect(decisions).toMatchObject([{ target: left }])
  expect(refused).toEqual([{ target: id, code: "case_decided" }])
})

it("of two administrators who suspend somebody in the same moment, one does; the account opens with that one", async () => {
  const [author, one, other] = await Promise.all([given.person(), given.admin(), given.admin()])
  const suspend = { targets: [author.userId], act: "suspend" as const, ...why }
  const late = justBefore(
    "TransactWriteItemsCommand",
    () => Moderation.decide(other, suspend),
    () => Moderation.decide(one, suspend),
  )
  await expect(late).rejects.toMatchObject({ code: "conflict" })
  const made = await decisionsAbout(author.userId)
  expect(made).toHaveLength(1)
  await Moderation.undo(one, { id: String(made[0]?.decisionId), why: "It is fine." })
  await given.post(author)
})

it("who is suspended is shut out with the decision, wherever the process is killed", slow, async () => {
  const admin = await given.admin()
  await killedEverywhere(async (killed) => {
    const author = await given.person()
    await killed(() => Moderation.decide(admin, { targets: [author.userId], act: "suspend", ...why }))
    await settle()
    const isDecided = (await decisionsAbout(author.userId)).length === 1
    const { data: user } = await table().user.get({ userId: author.userId }).go()
    const { data: session } = await table().session.get({ sessionId: author.sessionId }).go()
    expect([user?.suspendedAt !== undefined, session === null]).toEqual([isDecided, isDecided])
  })
})

it(
  "photos are shut away with the decision, and given back with its undoing, wherever the process is killed",
  slow,
  async () => {
    const moderator = await given.moderator()
    const states = async (photoIds: readonly string[]) =>
      [...new Set((await Photo.rows(photoIds)).map(({ state }) => state))].join()
    await killedEverywhere(async (killed) => {
      const author = await given.person()
      const post = await given.post(author, {
        photos: [await given.photo(author), await given.photo(author)],
      })
      const photoIds = post.photos.map(({ photoId }) => photoId)
      await killed(() => Moderation.decide(moderator, { targets: [post.id], ...shut }))
      const [made] = await decisionsAbout(post.id)
      expect(await states(photoIds)).toBe(made ? "quarantined" : "ready")
    })
    await killedEverywhere(async (killed) => {
      const author = await given.person()
      const post = await given.post(author)
      const photoIds = post.photos.map(({ photoId }) => photoId)
      const { decisions } = await Moderation.decide(moderator, { targets: [post.id], ...shut })
      const id = decisions[0]?.id ?? ""
      await killed(() => Moderation.undo(moderator, { id, why: "It is fine." }))
      const { state } = await Moderation.decisionRow(id)
      expect(await states(photoIds)).toBe(state === "undone" ? "ready" : "quarantined")
    })
  },
)

it("an old suspension that is taken back opens nothing that was shut for something else since", async () => {
  const [author, admin] = await Promise.all([given.person(), given.admin()])
  const suspend = async () => {
    const { decisions } = await Moderation.decide(admin, { targets: [author.userId], act: "suspend", ...why })
    return decisions[0]?.id ?? ""
  }
  const { userId } = author
  const user = async () => (await table().user.get({ userId }).go()).data
  const first = await suspend()
  await Account.restore(system, { userId, by: "test" })
  const second = await suspend()
  await Moderation.undo(admin, { id: first, why: "It was not them." })
  expect(await user()).toMatchObject({ hidden: true, suspendedBy: second })
  await Moderation.undo(admin, { id: second, why: "It was not them either." })
  expect(await user()).toMatchObject({ hidden: false })
  expect(await user()).not.toHaveProperty("suspendedBy")
  // By an operator, without a decision.
  const third = await suspend()
  await Account.restore(system, { userId, by: "test" })
  await Account.suspend(system, { userId, by: "test" })
  await Moderation.undo(admin, { id: third, why: "It was not them." })
  expect(await user()).toMatchObject({ hidden: true })
})

it("an undoing that comes to nothing leaves the photos shut away", async () => {
  const [author, moderator, other] = await Promise.all([given.person(), given.moderator(), given.moderator()])
  const post = await given.post(author)
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], ...shut })
  const id = decisions[0]?.id ?? ""
  await Moderation.appeal(author, { id, text: "It is mine." })
  const grant = justBefore(
    "TransactWriteItemsCommand",
    () => Moderation.answer(other, { id, answer: "upheld", text: "It is not." }),
    () => Moderation.answer(other, { id, answer: "granted", text: "It is theirs." }),
  )
  await expect(grant).rejects.toMatchObject({ code: "conflict" })
  const [photo] = await Photo.rows(post.photos.map(({ photoId }) => photoId))
  expect(photo?.state).toBe("quarantined")
})
