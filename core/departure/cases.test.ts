import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { items } from "../../testing/rows"
import { Comment } from "../comment"
import { Moderation } from "../moderation"
import { Post } from "../post"
import { Report } from "../report"
import { steps } from "./steps"

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
