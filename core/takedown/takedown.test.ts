import { expect, it } from "vitest"
import { during } from "../../testing/faults"
import { given, visitor } from "../../testing/given"
import { Moderation } from "../moderation"
import { Report } from "../report"
import { table } from "../table"
import { Takedown } from "./index"

const notice = (address: string, text: string) => ({
  address,
  name: "Rita Holder",
  email: "rita@example.org",
  right: "copyright" as const,
  text,
  sworn: true as const,
})

it("a notice that could not be written is not said to have been sent", async () => {
  const { id } = await given.post(await given.person())
  await Takedown.send(visitor(), notice(id, "This photo is mine, it hangs in my shop."))
  // Each time it is about to be written, the case has changed.
  let times = 0
  const busy = async ({ name }: { name: string }, next: () => Promise<unknown>) => {
    if (name === "TransactWriteCommand" || name === "TransactWriteItemsCommand")
      await table()
        .case.patch({ targetId: id })
        .set({ kinds: [`busy ${times++}`] })
        .go()
    return next()
  }
  const sent = during(busy, () => Takedown.send(visitor(), notice(id, "It is, once more: this is mine.")))
  await expect(sent).rejects.toMatchObject({ code: "unavailable" })
  expect(times).toBeGreaterThan(1)
  expect(await Takedown.of(id)).toHaveLength(1)
})

it("a decision carries no notice about what is somebody else's", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const [one, other] = [await given.post(author), await given.post(await given.person())]
  const words = "What is shown here is mine: it hangs in my shop."
  const { id: takedownId } = await Takedown.send(visitor(), notice(other.id, words))
  const hide = { act: "hide", rule: "copyright", reason: "A legal notice.", takedownId } as const
  await expect(Moderation.decide(moderator, { targets: [one.id], ...hide })).rejects.toMatchObject({
    code: "not_found",
    reason: "takedown_other",
  })
  const { decisions, refused } = await Moderation.decide(moderator, { targets: [one.id, other.id], ...hide })
  expect(decisions).toMatchObject([{ target: other.id }])
  expect(refused).toEqual([{ target: one.id, code: "takedown_other" }])
})

it("a notice goes with the rule on copyright or on what is illegal, and with no other", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const { id } = await given.post(author)
  const words = "What is shown here is mine: it hangs in my shop."
  const { id: takedownId } = await Takedown.send(visitor(), notice(id, words))
  const hide = { targets: [id], act: "hide" as const, reason: "Again and again.", takedownId }
  for (const rule of ["harassment", "other"] as const)
    await expect(Moderation.decide(moderator, { ...hide, rule })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["takedownId"], message: "takedown_rule" }],
    })
  await Moderation.decide(moderator, { ...hide, rule: "illegal" })
})

it("a notice is of the round of its case in which it came", async () => {
  const [author, moderator, reporter] = await Promise.all([given.person(), given.moderator(), given.person()])
  const { id } = await given.post(author)
  const words = "What is shown here is mine: it hangs in my shop."
  await Takedown.send(visitor(), notice(id, words))
  const first = await Moderation.caseOf(moderator, { id })
  expect(first.takedowns).toMatchObject([{ at: first.openedAt }])
  await Moderation.decide(moderator, { targets: [id], act: "dismiss" })
  await Report.make(reporter, { target: id, kind: "harassment" })
  const { takedowns, openedAt } = await Moderation.caseOf(moderator, { id })
  expect(takedowns.filter(({ at }) => at >= openedAt)).toEqual([])
  expect(takedowns).toHaveLength(1)
})
