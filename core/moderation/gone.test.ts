import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { Post } from "../post"
import { Report } from "../report"
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
