import { expect, it, vi } from "vitest"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { items } from "../../testing/rows"
import { Account } from "../account"
import { Case } from "../case"
import { AppError } from "../error"
import { Notification } from "../notification"
import { Post } from "../post"
import { Report } from "../report"
import { table } from "../table"
import { days } from "../time"
import { Moderation } from "./index"
import { proofOf } from "./proof"

const system = { kind: "system" } as const

const hide = { act: "hide", rule: "copyright", reason: "Please show that this is yours." } as const
const nobody = { code: "not_found" }

/** A post that somebody reported, the moderator who hid it, and another one. */
async function hidden() {
  const [author, reporter, first, second] = await Promise.all([
    given.person(),
    given.person(),
    given.moderator(),
    given.moderator(),
  ])
  const post = await given.post(author, { caption: "Mine" })
  await Report.make(reporter, { target: post.id, kind: "stolen", text: "I took this one." })
  const { decisions } = await Moderation.decide(first, { targets: [post.id], ...hide })
  await settle()
  return { author, reporter, first, second, post, id: decisions[0]?.id ?? "" }
}

it("the author is told by notification and mail, reads rule and reason, appeals once; another moderator gives it back", async () => {
  const { author, reporter, first, second, post, id } = await hidden()
  await table().staff.put({ userId: second.userId, role: "moderator" }).go()
  const told = await Notification.list(author, {})
  expect(told.items).toMatchObject([{ kind: "decision", decisionId: id, actors: [], others: 0 }])
  const [mail] = await mailsTo(author.email)
  expect(mail?.text).toContain("Please show that this is yours.")
  expect(mail?.text).toContain(`/decisions/${id}?proof=`)
  expect(await Moderation.read(author, { id })).toMatchObject({
    act: "hide",
    rule: "copyright",
    reason: hide.reason,
    appealUntil: expect.any(String),
  })
  for (const other of [reporter, await given.person()])
    await expect(Moderation.read(other, { id })).rejects.toMatchObject(nobody)

  await Moderation.appeal(author, { id, text: "Here is the negative." })
  await expect(Moderation.appeal(author, { id, text: "Once more." })).rejects.toMatchObject({
    code: "conflict",
  })
  const { items: waiting, waiting: counts } = await Moderation.queue(second, { queue: "appeals" })
  expect(counts.appeals).toBeGreaterThan(0)
  expect(waiting.find(({ decision }) => decision?.id === id)?.decision).toMatchObject({ mayAnswer: true })
  const grant = { id, answer: "granted", text: "It is yours." } as const
  await expect(Moderation.answer(first, grant)).rejects.toMatchObject({ code: "forbidden" })
  await Moderation.answer(second, grant)
  await settle()
  await Post.get(reporter, { postId: post.id })
  expect((await Notification.list(author, {})).items.map(({ kind }) => kind)).toEqual(["undone", "decision"])
  expect(await Moderation.read(author, { id })).toMatchObject({
    undone: true,
    appeal: { status: "granted", answer: "It is yours." },
  })
})

it("whoever reported is told in general words, and never shown to whom they reported", async () => {
  const { author, reporter, post, id } = await hidden()
  expect((await Notification.list(reporter, {})).items).toMatchObject([{ kind: "report", actors: [] }])
  await Moderation.appeal(author, { id, text: "It is mine." })
  const views = await Promise.all([
    Notification.list(author, {}),
    Moderation.read(author, { id }),
    Post.get(author, { postId: post.id }),
    mailsTo(author.email),
  ])
  const names = [reporter.userId, reporter.handle, reporter.email, "I took this one"]
  for (const name of names) expect(JSON.stringify(views)).not.toContain(name)
  // Nor in any row that is the author's own.
  const own = (await items()).filter(({ pk }) => pk.includes(author.userId))
  expect(own.length).toBeGreaterThan(5)
  for (const name of names) expect(JSON.stringify(own)).not.toContain(name)
})

it("a suspended person reads and appeals with the link of the mail; nobody else's link does", async () => {
  const [author, admin] = await Promise.all([given.person(), given.admin()])
  const why = { act: "suspend", rule: "harassment", reason: "Again." } as const
  const suspension = { targets: [author.userId], ...why }
  await expect(Moderation.decide(await given.moderator(), suspension)).rejects.toMatchObject({
    code: "forbidden",
  })
  const { decisions } = await Moderation.decide(admin, suspension)
  const id = decisions[0]?.id ?? ""
  const visitor = { ...author, kind: "visitor" } as const
  await expect(Moderation.read(visitor, { id })).rejects.toMatchObject(nobody)
  await expect(Moderation.read(visitor, { id, proof: proofOf("dcn_other") })).rejects.toMatchObject(nobody)
  expect(await Moderation.read(visitor, { id, proof: proofOf(id) })).toMatchObject({ act: "suspend" })
  await Moderation.appeal(visitor, { id, proof: proofOf(id), text: "It was not me." })
  const other = await given.admin()
  await Moderation.answer(other, { id, answer: "granted", text: "It was not." })
  expect((await table().user.get({ userId: author.userId }).go()).data).toMatchObject({ hidden: false })
})

it("who alone may open an account answers about it, although others moderate; who is shut out counts for nothing", async () => {
  const [author, admin, moderator, other] = await Promise.all([
    given.person(),
    given.admin(),
    given.moderator(),
    given.admin(),
  ])
  const staff = { [admin.userId]: "admin", [moderator.userId]: "moderator", [other.userId]: "admin" } as const
  for (const [userId, role] of Object.entries(staff)) await table().staff.put({ userId, role }).go()
  const why = { act: "suspend", rule: "harassment", reason: "Again." } as const
  const { decisions } = await Moderation.decide(admin, { targets: [author.userId], ...why })
  const id = decisions[0]?.id ?? ""
  const visitor = { ...author, kind: "visitor" } as const
  await Moderation.appeal(visitor, { id, proof: proofOf(id), text: "It was not me." })
  const grant = { id, answer: "granted", text: "It was not." } as const
  const mayAnswer = async (actor: typeof admin) =>
    (await Moderation.caseOf(actor, { id: author.userId })).decisions.map((decision) => decision.mayAnswer)
  for (const actor of [admin, moderator]) {
    expect(await mayAnswer(actor)).toEqual([false])
    await expect(Moderation.answer(actor, grant)).rejects.toMatchObject({ code: "forbidden" })
  }
  expect(await mayAnswer(other)).toEqual([true])
  await Account.suspend(system, { userId: other.userId, by: "test" })
  expect(await mayAnswer(admin)).toEqual([true])
  await Moderation.answer(admin, grant)
  expect((await table().user.get({ userId: author.userId }).go()).data).toMatchObject({ hidden: false })
})

it("an appeal ends with the undoing of what it is about, also when it is made in that moment", async () => {
  const { author, first, id } = await hidden()
  await Moderation.appeal(author, { id, text: "It is mine." })
  await Moderation.undo(first, { id, why: "I was wrong." })
  expect(await Moderation.read(author, { id })).toMatchObject({ undone: true, appeal: { status: "granted" } })
  const again = await hidden()
  await justBefore(
    "TransactWriteItemsCommand",
    () => Moderation.appeal(again.author, { id: again.id, text: "It is mine." }),
    () => Moderation.undo(again.first, { id: again.id, why: "I was wrong." }),
  )
  expect(await Moderation.read(again.author, { id: again.id })).toMatchObject({
    undone: true,
    appeal: { status: "granted" },
  })
  const last = await hidden()
  const late = justBefore(
    "TransactWriteItemsCommand",
    () => Moderation.undo(last.first, { id: last.id, why: "I was wrong." }),
    () => Moderation.appeal(last.author, { id: last.id, text: "It is mine." }),
  )
  await expect(late).rejects.toMatchObject({ code: "conflict", reason: "undone_already" })
})

it("after thirty days it is too late", async () => {
  const { author, id } = await hidden()
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days(31) * 1000 })
  await expect(Moderation.appeal(author, { id, text: "Now?" })).rejects.toMatchObject({ code: "gone" })
  vi.useRealTimers()
})

it("who moderates decides about members; nobody about themselves, and about staff an administrator alone", async () => {
  const [moderator, other, admin] = await Promise.all([given.moderator(), given.moderator(), given.admin()])
  const [own, theirs] = [await given.post(moderator), await given.post(other)]
  await expect(Moderation.decide(moderator, { targets: [own.id], ...hide })).rejects.toMatchObject({
    reason: "oneself",
  })
  await expect(Moderation.decide(moderator, { targets: [theirs.id], ...hide })).rejects.toMatchObject({
    reason: "admins_only",
  })
  await Moderation.decide(admin, { targets: [theirs.id], ...hide })
  await expect(Moderation.decide(await given.person(), { targets: [own.id], ...hide })).rejects.toMatchObject(
    nobody,
  )
  const token = { ...moderator, token: { id: "tok", scopes: ["write" as const] } }
  await expect(Moderation.queue(token, {})).rejects.toMatchObject(nobody)
})

it("several cases are decided at once, each by itself", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const posts = [await given.post(author), await given.post(author)]
  const targets = [...posts.map(({ id }) => id), (await given.post(author)).id]
  await Moderation.decide(moderator, { targets: targets.slice(2), ...hide })
  const { decisions, refused } = await Moderation.decide(moderator, { targets, ...hide })
  expect(decisions.map(({ target }) => target)).toEqual(targets.slice(0, 2))
  expect(refused).toEqual([{ target: targets[2], code: "decided_so" }])
})

it("once is enough while it is open; a dismissed report counts for little afterwards, and the thing is untouched", async () => {
  const [author, crank, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  const posts = []
  for (let at = 0; at < 6; at++) posts.push(await given.post(author))
  const report = (id = "") => Report.make(crank, { target: id, kind: "minors" })
  await report(posts[0]?.id)
  await expect(report(posts[0]?.id)).rejects.toMatchObject({ reason: "reported" })
  await expect(Report.make(author, { target: posts[0]?.id ?? "", kind: "spam" })).rejects.toBeInstanceOf(
    AppError,
  )
  expect(await Case.get(posts[0]?.id ?? "")).toMatchObject({ rank: "0", kinds: ["minors"], count: 1 })
  for (const { id } of posts.slice(1, 5)) await report(id)
  await Moderation.decide(moderator, { targets: posts.slice(0, 5).map(({ id }) => id), act: "dismiss" })
  await settle()
  // Dismissed, it may be reported again.
  await report(posts[0]?.id)
  await report(posts[5]?.id)
  expect(await Case.get(posts[5]?.id ?? "")).toMatchObject({ rank: "8" })
})
