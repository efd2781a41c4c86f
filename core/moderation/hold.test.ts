import { beforeAll, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { Case } from "../case"
import { Feed } from "../feed"
import { Notification } from "../notification"
import { Post } from "../post"
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
