import { beforeAll, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { Case } from "../case"
import { Feed } from "../feed"
import { Notification } from "../notification"
import { Post } from "../post"
import { Report } from "../report"
import { Moderation } from "./index"

beforeAll(() => useSettings({ holdNewAccounts: { days: 0, posts: 1 } }))

it("what new accounts post waits for a look, where the site says so; approved, it is published", async () => {
  const [author, fan, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  await given.follow(fan, author)
  const post = await given.post(author, { caption: `Waits, @${fan.handle}` })
  expect((await Post.get(author, { postId: post.id })).moderation).toEqual({
    withheld: "held",
    decisions: [],
  })
  await expect(Post.get(fan, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
  const home = async () => (await Feed.home(fan, {})).items.map((item) => item.id)
  expect(await home()).toEqual([])
  expect((await Notification.list(fan, {})).items).toEqual([])
  expect(await Case.get(post.id)).toMatchObject({ kinds: ["held"], status: "open", count: 0 })
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], act: "approve" })
  await settle()
  expect(await home()).toEqual([post.id])
  expect(await Post.get(fan, { postId: post.id })).toMatchObject({ audience: "public" })
  expect((await Notification.list(fan, {})).items).toMatchObject([{ kind: "mention" }])
  // Nobody is told of a decision that changes nothing for them.
  expect((await Notification.list(author, {})).items.filter(({ kind }) => kind === "decision")).toEqual([])
  // No longer new: the next one is there at once.
  const next = await given.post(author)
  expect(await home()).toEqual([next.id, post.id])
  // Approved by mistake, it waits again.
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "By mistake." })
  await settle()
  expect(await home()).toEqual([next.id])
})

it("who is held by a decision waits as well, until that is undone", async () => {
  const [author, moderator] = await Promise.all([given.moderator(), given.admin()])
  const { decisions } = await Moderation.decide(moderator, {
    targets: [author.userId],
    act: "hold",
    rule: "spam",
    reason: "So many at once.",
  })
  const post = await given.post(author)
  expect((await Post.get(author, { postId: post.id })).moderation?.withheld).toBe("held")
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "Enough." })
  const next = await given.post(author)
  expect((await Post.get(author, { postId: next.id })).moderation).toBeUndefined()
})

type Target = { by: Parameters<typeof Moderation.decide>[0]; target: string }

async function decided({ by, target }: Target, act: "hide" | "quarantine" | "approve" | "cover" | "warn") {
  const why = { rule: "other", reason: "Please show that this is yours." } as const
  const { decisions } = await Moderation.decide(by, { targets: [target], act, ...why })
  return decisions[0]?.id ?? ""
}

async function waiting() {
  const [author, by] = await Promise.all([given.person(), given.moderator()])
  const { id: target } = await given.post(author)
  const undo = (id: string) => Moderation.undo(by, { id, why: "By mistake." })
  return { author, by, target, undo }
}

/** Whether a post waits, and whether it is in the queue. */
async function standing(target: string) {
  const { moderation } = (await Post.postRow(target)) ?? {}
  return [moderation?.held !== undefined, (await Case.get(target))?.status]
}

it.each(["hide", "quarantine", "approve"] as const)(
  "%s, taken back, a post that waited is in the queue again, as it was there",
  async (act) => {
    const post = await waiting()
    const before = await Case.get(post.target)
    const id = await decided(post, act)
    expect(await standing(post.target)).toEqual([false, "decided"])
    await post.undo(id)
    expect(await standing(post.target)).toEqual([true, "open"])
    expect(await Case.get(post.target)).toEqual({ ...before, newestAt: expect.any(String) })
    const { items } = await Moderation.queue(post.by, { queue: "open" })
    expect(items.map(({ target }) => target)).toContain(post.target)
    await decided(post, "approve")
    expect(await standing(post.target)).toEqual([false, "decided"])
  },
)

it("an appeal that is granted puts what waited back in the queue", async () => {
  const post = await waiting()
  const id = await decided(post, "hide")
  await Moderation.appeal(post.author, { id, text: "It is mine." })
  await Moderation.answer(await given.moderator(), { id, answer: "granted", text: "It is yours." })
  expect(await standing(post.target)).toEqual([true, "open"])
})

it("hidden after it was approved, a post waits again only once both are taken back, in whatever order", async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const post = await waiting()
    const made = [await decided(post, "approve"), await decided(post, "hide")]
    await post.undo(made[order[0]] ?? "")
    expect((await standing(post.target))[1]).toBe("decided")
    await post.undo(made[order[1]] ?? "")
    expect(await standing(post.target)).toEqual([true, "open"])
  }
})

it("what waits stays in the queue, whatever else is decided about it", async () => {
  const post = await waiting()
  const covered = await decided(post, "cover")
  expect(await standing(post.target)).toEqual([true, "open"])
  await decided(post, "warn")
  expect(await standing(post.target)).toEqual([true, "open"])
  await post.undo(covered)
  await decided(post, "hide")
  expect(await standing(post.target)).toEqual([false, "decided"])
})

it("a post that is given back while something else is decided about it waits in the queue", async () => {
  const post = await waiting()
  const id = await decided(post, "approve")
  await Report.make(await given.person(), { target: post.target, kind: "spam" })
  await justBefore(
    "TransactWriteItemsCommand",
    () => decided(post, "warn"),
    () => post.undo(id),
  )
  expect(await standing(post.target)).toEqual([true, "open"])
  const again = await waiting()
  const approved = await decided(again, "approve")
  await Report.make(await given.person(), { target: again.target, kind: "spam" })
  await justBefore(
    "TransactWriteItemsCommand",
    () => again.undo(approved),
    () => decided(again, "warn"),
  )
  expect(await standing(again.target)).toEqual([true, "open"])
  expect(await Case.get(again.target)).toMatchObject({ kinds: ["spam", "held"], count: 1 })
})

it("of what was decided about since, nothing is opened with what waits again", async () => {
  const post = await waiting()
  const id = await decided(post, "approve")
  await Report.make(await given.person(), { target: post.target, kind: "spam" })
  await decided(post, "warn")
  await post.undo(id)
  expect(await Case.get(post.target)).toMatchObject({ status: "open", kinds: ["held"], count: 0 })
})
