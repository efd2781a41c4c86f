import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { items } from "../../testing/rows"
import { Moderation } from "../moderation"
import { Report } from "./index"

it("of who leaves, no report is left, also none of a thing that they reported again", async () => {
  const [author, reporter, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  const { id } = await given.post(author)
  for (const text of ["Look at this", "Again"]) {
    await Report.make(reporter, { target: id, kind: "spam", text })
    await Moderation.decide(moderator, { targets: [id], act: "dismiss" })
    await settle()
  }
  const reports = async () =>
    (await items()).filter((item) => item.__edb_e__ === "report" && item.userId === reporter.userId)
  expect(await reports()).toHaveLength(2)
  while (await Report.eraseOf(reporter.userId));
  expect(await reports()).toEqual([])
})
