import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { items } from "../../testing/rows"
import { Comment } from "../comment"
import { Moderation } from "../moderation"
import { Post } from "../post"
import { Report } from "../report"
import { order, steps } from "./steps"

it("what was reported of a person is forgotten with them, also of what they deleted before", async () => {
  const [ada, reporter, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  const [open, decided] = [await given.post(ada), await given.post(ada)]
  const comment = await Comment.write(ada, { postId: open.id, text: "Mine" })
  const targets = [open.id, decided.id, comment.id]
  for (const target of targets) await Report.make(reporter, { target, kind: "spam", text: "Said of Ada" })
  await Moderation.note(moderator, { id: open.id, note: "Ada again" })
  await Moderation.decide(moderator, { targets: [decided.id], act: "dismiss" })
  await Comment.remove(ada, { commentId: comment.id })
  for (const { id } of [open, decided]) await Post.remove(ada, { postId: id })
  await settle()
  while (await steps.decisions(ada.userId));
  const left = (await items()).filter(
    (item) =>
      ["case", "caseNote", "report", "reported"].includes(item.__edb_e__) &&
      [ada.userId, ...targets].some((id) => JSON.stringify(item).includes(id)),
  )
  expect(left.map(({ __edb_e__, pk }) => `${__edb_e__} ${pk}`)).toEqual([])
})

it("what was decided about somebody is read also once they are erased, and says that the thing is gone", async () => {
  const [ada, reporter, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  const [reported, unreported] = [await given.post(ada), await given.post(ada)]
  await Report.make(reporter, { target: reported.id, kind: "spam" })
  const targets = [reported.id, unreported.id, ada.userId]
  const warn = { act: "warn", rule: "spam", reason: "Not so often." } as const
  await Moderation.decide(moderator, { targets, ...warn })
  await Post.remove(ada, { postId: unreported.id })
  await settle()
  const gone = { status: "none", decisions: [{ act: "warn" }], acts: [], pictures: [] }
  expect(await Moderation.caseOf(moderator, { id: unreported.id })).toMatchObject({ ...gone, kind: "post" })
  for (const name of order) while (await steps[name](ada.userId));
  await settle()
  for (const id of targets) {
    const shown = await Moderation.caseOf(moderator, { id })
    expect(shown).toMatchObject({ ...gone, target: id })
    expect(shown).not.toHaveProperty("owner")
  }
  const { items: lately } = await Moderation.queue(moderator, { queue: "decided" })
  expect(lately.map(({ target }) => target)).toEqual(expect.arrayContaining(targets))
  const nothing = Moderation.caseOf(moderator, { id: unreported.id.replace(/....$/, "0000") })
  await expect(nothing).rejects.toMatchObject({ code: "not_found" })
})
