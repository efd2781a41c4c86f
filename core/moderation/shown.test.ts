import { expect, it } from "vitest"
import { given, visitor } from "../../testing/given"
import { Comment } from "../comment"
import { Report } from "../report"
import { Takedown } from "../takedown"
import { Moderation } from "./index"
import { proofOf } from "./proof"

const hide = { act: "hide", rule: "spam", reason: "An advertisement." } as const

it("a decision is its reader's own for whom it is about and by the link of its mail, not for who moderates", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const { id: target } = await given.post(author)
  const { decisions } = await Moderation.decide(moderator, { targets: [target], ...hide })
  const id = decisions[0]?.id ?? ""
  expect(await Moderation.read(author, { id })).toMatchObject({ own: true })
  expect(await Moderation.read(visitor(), { id, proof: proofOf(id) })).toMatchObject({
    own: true,
  })
  expect(await Moderation.read(moderator, { id })).toMatchObject({ own: false })
})

it("a case says whether the moderator may open the page of what it is about", async () => {
  const [author, reporter, moderator, admin] = await Promise.all([
    given.person(),
    given.person(),
    given.moderator(),
    given.admin(),
  ])
  await given.follow(reporter, author)
  const open = await given.post(author)
  const closed = await given.post(author, { visibility: "followers" })
  const comment = await Comment.write(author, { postId: closed.id, text: "Mine" })
  for (const target of [open.id, closed.id, comment.id, author.userId])
    await Report.make(reporter, { target, kind: "spam" })
  const opens = async (id: string) => (await Moderation.caseOf(moderator, { id })).opens
  expect(await Promise.all([open.id, closed.id, comment.id, author.userId].map(opens))).toEqual([
    true,
    false,
    false,
    true,
  ])
  await Moderation.decide(admin, { targets: [closed.id], ...hide })
  expect(await Promise.all([closed.id, comment.id].map(opens))).toEqual([true, true])
  await Moderation.decide(admin, { targets: [author.userId], ...hide, act: "suspend" })
  expect(await opens(author.userId)).toBe(false)
})

it("a photo that was taken out of reach is said to be, and shown nowhere, until that is undone", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const { id } = await given.post(author)
  const shut = async () =>
    (await Moderation.caseOf(moderator, { id })).pictures.map(({ quarantined }) => quarantined ?? false)
  const listed = async () =>
    (await Moderation.queue(moderator, { queue: "decided" })).items.find(({ target }) => target === id)
  const { decisions } = await Moderation.decide(moderator, { targets: [id], ...hide })
  expect([await shut(), (await listed())?.picture !== undefined]).toEqual([[false], true])
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "It is more." })
  const quarantine = { act: "quarantine", rule: "illegal", reason: "Not here." } as const
  const { decisions: second } = await Moderation.decide(moderator, { targets: [id], ...quarantine })
  expect([await shut(), (await listed())?.picture]).toEqual([[true], undefined])
  await Moderation.undo(moderator, { id: second[0]?.id ?? "", why: "It is theirs." })
  expect([await shut(), (await listed())?.picture !== undefined]).toEqual([[false], true])
})

it("who swore that a legal notice is wrong is shown to those who moderate, and to nobody else", async () => {
  const [author, moderator, other] = await Promise.all([given.person(), given.moderator(), given.moderator()])
  const { id: target } = await given.post(author)
  const sender = { name: "Rita Holder", email: "rita@example.org", right: "copyright", sworn: true } as const
  const text = "This photo is mine, and was taken from my site."
  await Takedown.send(visitor(), { ...sender, address: `https://photos.example/p/${target}`, text })
  const byNotice = {
    ...hide,
    rule: "copyright",
    takedownId: (await noticesOf(moderator, target))[0]?.id,
  } as const
  const { decisions } = await Moderation.decide(moderator, { targets: [target], ...byNotice })
  const id = decisions[0]?.id ?? ""
  const counterNotice = { name: "Otto Author", sworn: true } as const
  await Moderation.appeal(author, { id, text: "I have the receipt.", counterNotice })
  await Moderation.answer(other, { id, answer: "upheld", text: "It is another one." })
  const { decisions: shown } = await Moderation.caseOf(moderator, { id: target })
  expect(shown[0]?.appeal).toMatchObject({
    ...{ counterNotice: true, swornBy: "Otto Author", at: expect.any(String) },
    ...{ status: "upheld", answer: "It is another one.", answeredAt: expect.any(String) },
  })
  for (const reader of [author, moderator])
    expect(JSON.stringify(await Moderation.read(reader, { id }))).not.toContain("Otto")
})

const noticesOf = async (moderator: Parameters<typeof Moderation.caseOf>[0], id: string) =>
  (await Moderation.caseOf(moderator, { id })).takedowns
