import { inspect } from "node:util"
import { expect, it } from "vitest"
import { objectsOf, settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { type Item, items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import { Comment } from "../comment"
import { Integrity } from "../integrity"
import { Like } from "../like"
import { Media } from "../media"
import { Post } from "../post"
import { Report } from "../report"
import { Moderation } from "./index"
import type { Act } from "./moderation.schema"

/** What a decision leaves beside the thing: itself, who was told, and what was asked of the CDN. */
const records = ["decision", "audit", "notification", "case", "invalidation", "rateLimit"]

/** Everything in the table and the buckets but those records, in words that are compared. */
async function everything(person: Person, photoIds: readonly string[]): Promise<string[]> {
  const rows = (await items()).filter((item) => !records.includes(item.__edb_e__) || isTold(item))
  const objects = await Promise.all(photoIds.map((id) => objectsOf(id, person.userId)))
  return [
    ...rows.map((row) => inspect(row, { depth: 9, sorted: true, breakLength: Infinity })),
    ...objects.flat(),
  ].sort()
}

/** A notification of what people did, not of a decision. */
const isTold = (item: Item) => item.__edb_e__ === "notification" && !isOfSite(item)

/** What differs, line by line. */
function difference(before: readonly string[], after: readonly string[]) {
  const [was, is] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !is.has(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !was.has(line)).map((line) => `+ ${line}`),
  ]
}

const isOfSite = ({ kind }: Item) => ["decision", "undone", "appeal", "report"].includes(String(kind))

async function scene() {
  const [author, fan, moderator] = await Promise.all([given.person(), given.person(), given.moderator()])
  await given.follow(fan, author)
  const tag = `kiln${author.userId.slice(-6).toLowerCase()}`
  const post = await given.post(author, { caption: `Fired twice, @${fan.handle} #${tag}` })
  await Like.like(fan, { postId: post.id })
  const comment = await Comment.write(fan, { postId: post.id, text: `Lovely glaze, @${author.handle}` })
  await Comment.reply(author, { commentId: comment.id, text: "Thank you" })
  await settle()
  return { author, fan, moderator, post, comment }
}

const why = { rule: "other", reason: "Please show that this is yours." } as const

it.each(["hide", "cover", "close_comments", "quarantine", "hold", "warn"] satisfies Act[])(
  "%s, then undone: nothing differs, in no row and no bucket (check 44)",
  slow,
  async (act) => {
    const { author, moderator, post } = await scene()
    const photos = post.photos.map(({ photoId }) => photoId)
    const before = await everything(author, photos)
    const { decisions } = await Moderation.decide(moderator, { targets: [post.id], act, ...why })
    await settle()
    const [id] = decisions.map((one) => one.id)
    const changed = difference(before, await everything(author, photos))
    if (act !== "warn") expect(changed).not.toEqual([])
    await Moderation.undo(moderator, { id: id ?? "", why: "It is theirs." })
    await settle()
    expect(difference(before, await everything(author, photos))).toEqual([])
  },
)

it.each([
  ["the oldest first", [0, 1, 2]],
  ["the newest first", [2, 1, 0]],
  ["from the middle on", [1, 2, 0]],
])("several decisions about one post are taken back, %s: nothing differs", slow, async (_, order) => {
  const { author, moderator, post } = await scene()
  const photos = post.photos.map(({ photoId }) => photoId)
  const before = await everything(author, photos)
  const made: string[] = []
  for (const act of ["cover", "quarantine", "close_comments"] as const) {
    const { decisions } = await Moderation.decide(moderator, { targets: [post.id], act, ...why })
    made.push(decisions[0]?.id ?? "")
  }
  await settle()
  for (const at of order) {
    await Moderation.undo(moderator, { id: made[at] ?? "", why: "It is fine." })
    await settle()
  }
  expect(difference(before, await everything(author, photos))).toEqual([])
})

it(
  "a comment is hidden with its replies and out of what is counted; undone, nothing differs",
  slow,
  async () => {
    const { author, fan, moderator, post, comment } = await scene()
    const before = await everything(author, [])
    const decided = await Moderation.decide(moderator, { targets: [comment.id], act: "hide", ...why })
    await settle()
    expect((await Post.get(author, { postId: post.id })).counts.comments).toBe(0)
    expect((await Comment.list(author, { postId: post.id })).items).toEqual([])
    expect((await Comment.list(fan, { postId: post.id })).items).toMatchObject([
      { id: comment.id, decision: decided.decisions[0]?.id },
    ])
    await expect(Comment.reply(fan, { commentId: comment.id, text: "Hm" })).rejects.toMatchObject({
      code: "not_found",
    })
    await Moderation.undo(moderator, { id: decided.decisions[0]?.id ?? "", why: "It is fine." })
    await settle()
    expect(difference(before, await everything(author, []))).toEqual([])
  },
)

it(
  "what answers a hidden comment is reached by who wrote one of them and moderators alone, and counted once however it is hidden",
  slow,
  async () => {
    const { author, fan, moderator, post, comment } = await scene()
    const [answer] = (await Comment.replies(fan, { commentId: comment.id })).items
    const commentId = answer?.id ?? ""
    const other = await given.person()
    await Comment.reply(other, { commentId: comment.id, text: "I agree" })
    const counters = async () => {
      const drifts = [Integrity.ofPost(post.id), Integrity.ofComment(post.id, comment.id)]
      expect((await Promise.all(drifts)).flat()).toEqual([])
      return (await Post.get(author, { postId: post.id })).counts.comments
    }
    const hide = async (id: string) =>
      (await Moderation.decide(moderator, { targets: [id], act: "hide", ...why })).decisions[0]?.id ?? ""
    const undo = (id: string) => Moderation.undo(moderator, { id, why: "It is fine." })
    expect(await counters()).toBe(3)
    const above = await hide(comment.id)
    expect(await counters()).toBe(0)
    for (const actor of [other, visitor()])
      await expect(Comment.get(actor, { commentId })).rejects.toMatchObject({ code: "not_found" })
    await expect(Comment.like(other, { commentId })).rejects.toMatchObject({ code: "not_found" })
    await expect(Comment.replies(other, { commentId: comment.id })).rejects.toMatchObject({
      code: "not_found",
    })
    for (const actor of [author, fan, moderator])
      expect(await Comment.get(actor, { commentId })).toMatchObject({ text: "Thank you" })
    // The answer is hidden too, in both orders of giving back.
    const below = await hide(commentId)
    expect(await counters()).toBe(0)
    await undo(above)
    expect(await counters()).toBe(2)
    const again = await hide(comment.id)
    await undo(below)
    expect(await counters()).toBe(0)
    await undo(again)
    expect(await counters()).toBe(3)
    expect(await Comment.get(other, { commentId })).toMatchObject({ text: "Thank you" })
    // Whoever wrote the comment goes while it is hidden: its empty place opens nothing.
    const last = await hide(comment.id)
    await Comment.eraseBy(fan.userId, async () => {})
    expect((await Comment.list(other, { postId: post.id })).items).toEqual([])
    await expect(Comment.replies(other, { commentId: comment.id })).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await counters()).toBe(0)
    expect(last).not.toBe("")
  },
)

it("a hidden post is seen by its author, with the decision, and by moderators; its copies are gone from the CDN", async () => {
  const { author, fan, moderator, post } = await scene()
  const photoId = post.photos[0]?.photoId ?? ""
  const { decisions } = await Moderation.decide(moderator, { targets: [post.id], act: "hide", ...why })
  await settle()
  expect((await Post.get(author, { postId: post.id })).moderation).toEqual({
    withheld: "hidden",
    decisions: [decisions[0]?.id],
  })
  await Post.get(moderator, { postId: post.id })
  await Media.address(author, { photoId, variant: "320.jpg" }).catch(() =>
    Media.address(author, { photoId, variant: "original" }),
  )
  await expect(Post.get(fan, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
  await expect(Media.address(fan, { photoId, variant: "320.jpg" })).rejects.toMatchObject({
    code: "not_found",
  })
  expect((await objectsOf(photoId, author.userId)).filter((key) => key.startsWith("public/"))).toEqual([])
  // Edited meanwhile it stays hidden, and comes back as its author left it.
  await Post.edit(author, { postId: post.id, caption: "Mine, really", visibility: "public" })
  await settle()
  await expect(Post.get(fan, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
  await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "It is theirs." })
  await settle()
  expect(await Post.get(fan, { postId: post.id })).toMatchObject({
    caption: "Mine, really",
    audience: "public",
  })
  expect((await objectsOf(photoId, author.userId)).some((key) => key.startsWith("public/"))).toBe(true)
})

it("a quarantined photo is out of reach for its author too", async () => {
  const { author, moderator, post } = await scene()
  const photoId = post.photos[0]?.photoId ?? ""
  await Media.address(author, { photoId, variant: "original" })
  await Moderation.decide(moderator, {
    targets: [post.id],
    act: "quarantine",
    rule: "illegal",
    reason: "Not here.",
  })
  for (const actor of [author, moderator])
    await expect(Media.address(actor, { photoId, variant: "original" })).rejects.toMatchObject({
      code: "not_found",
    })
})

it("a photo that was shut away with its post is not approved by itself", async () => {
  const { author, moderator, post } = await scene()
  const photoId = post.photos[0]?.photoId ?? ""
  await Moderation.decide(moderator, { targets: [post.id], act: "quarantine", ...why })
  const approve = Moderation.decide(moderator, { targets: [photoId], act: "approve" })
  await expect(approve).rejects.toMatchObject({ code: "conflict", reason: "decided_so" })
  await expect(Media.address(author, { photoId, variant: "original" })).rejects.toMatchObject({
    code: "not_found",
  })
})

it("fifty reports in a burst hide nothing without a person, and are one case (check 44)", slow, async () => {
  const { author, post } = await scene()
  const before = await everything(
    author,
    post.photos.map(({ photoId }) => photoId),
  )
  const crowd = await Promise.all(Array.from({ length: 50 }, () => given.person()))
  await Promise.all(crowd.map((one) => Report.make(one, { target: post.id, kind: "spam" })))
  await settle()
  // Who reports has rows of their own; of everything else nothing differs.
  const theirs = crowd.map(({ userId }) => userId)
  const changed = difference(
    before,
    await everything(
      author,
      post.photos.map(({ photoId }) => photoId),
    ),
  )
  expect(changed.filter((line) => !theirs.some((id) => line.includes(id)))).toEqual([])
  await Post.get(await given.person(), { postId: post.id })
  const cases = (await items()).filter(
    ({ __edb_e__, targetId }) => __edb_e__ === "case" && targetId === post.id,
  )
  expect(cases).toMatchObject([{ count: 50, status: "open" }])
})
