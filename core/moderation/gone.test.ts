import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { Comment } from "../comment"
import { Post } from "../post"
import { Report } from "../report"
import { table } from "../table"
import { Moderation } from "./index"

it("a case whose thing was deleted is closed by a moderator, and who reported it is told", async () => {
  const [author, reporter, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  const { id } = await given.post(author)
  await Report.make(reporter, { target: id, kind: "spam" })
  await Post.remove(author, { postId: id })
  await settle()
  expect(await Moderation.caseOf(moderator, { id })).toMatchObject({ status: "open", acts: ["dismiss"] })
  await Moderation.decide(moderator, { targets: [id], act: "dismiss" })
  await settle()
  expect(await Moderation.caseOf(moderator, { id })).toMatchObject({
    status: "decided",
    reports: [{ status: "acted" }],
  })
})

it("what was decided about a person by way of what is gone since is given back all the same", async () => {
  const [author, writer, admin, other] = await Promise.all([
    given.person(),
    given.person(),
    given.admin(),
    given.moderator(),
  ])
  const post = await given.post(author)
  const own = await given.post(writer)
  const comment = await Comment.write(writer, { postId: post.id, text: "Buy my kilns" })
  const why = { rule: "spam", reason: "Again and again." } as const
  const decide = async (target: string, act: "hold" | "suspend") =>
    (await Moderation.decide(admin, { targets: [target], act, ...why })).decisions[0]?.id ?? ""
  const user = async () => (await table().user.get({ userId: writer.userId }).go()).data
  const held = await decide(own.id, "hold")
  await Post.remove(writer, { postId: own.id })
  await Moderation.appeal(writer, { id: held, text: "It was once." })
  await Moderation.answer(other, { id: held, answer: "granted", text: "It was once." })
  expect(await user()).not.toHaveProperty("heldBy")
  const shut = await decide(comment.id, "suspend")
  await Post.remove(author, { postId: post.id })
  await settle()
  await Moderation.undo(admin, { id: shut, why: "It was not them." })
  expect(await user()).toMatchObject({ hidden: false })
  expect(await user()).not.toHaveProperty("suspendedAt")
})
