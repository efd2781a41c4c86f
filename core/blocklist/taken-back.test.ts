import { expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { Moderation } from "../moderation"
import { Photo } from "../photo"
import { Post } from "../post"
import { Blocklist } from "./index"

const shut = { act: "quarantine", rule: "illegal", reason: "Not here." } as const

it("told late or twice of a decision that was undone, nothing is blocked again", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const post = await given.post(author)
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], ...shut })
  await settle()
  const id = decisions[0]?.id ?? ""
  const after = await Moderation.decisionRow(id)
  const [photo] = await Photo.rows(post.photos.map(({ photoId }) => photoId))
  expect(await Blocklist.isBlocked(photo?.sha256 ?? "")).toBe(true)
  await Moderation.undo(moderator, { id, why: "It is theirs." })
  await settle()
  await Moderation.decided({ before: undefined, after })
  expect(await Blocklist.isBlocked(photo?.sha256 ?? "")).toBe(false)
})

it("what is taken back of a post that is gone no longer blocks its photos", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const post = await given.post(author)
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], ...shut })
  await settle()
  const [photo] = await Photo.rows(post.photos.map(({ photoId }) => photoId))
  await Post.remove(author, { postId: post.id })
  await settle()
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "It is theirs." })
  await settle()
  expect(await Blocklist.isBlocked(photo?.sha256 ?? "")).toBe(false)
})

it("what somebody else blocked stays blocked when a decision about the same picture is taken back", async () => {
  const [author, moderator] = await Promise.all([given.person(), given.moderator()])
  const post = await given.post(author)
  const [photo] = await Photo.rows(post.photos.map(({ photoId }) => photoId))
  const sha256 = photo?.sha256 ?? ""
  await Blocklist.add({ sha256 }, { why: "known elsewhere", by: "on call" })
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], ...shut })
  await settle()
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "It is theirs." })
  await settle()
  expect(await Blocklist.get(`sha256:${sha256}`)).toMatchObject({ why: "known elsewhere" })
})
