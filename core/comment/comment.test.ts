import { beforeAll, describe, expect, it } from "vitest"
import { handler } from "../../functions/table-changed"
import { changes, settle } from "../../testing/events"
import { justBefore, killedEverywhere } from "../../testing/faults"
import { given, type Person, visitor } from "../../testing/given"
import { itemsLeftOf } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow, slowWithin } from "../../testing/slow"
import { Block } from "../block"
import { Post } from "../post"
import { table } from "../table"
import { Comment } from "./index"

let ada: Person
let ben: Person
let postId: string
beforeAll(async () => {
  useSettings({ limits: { commentsPerMinute: 1000 } })
  ;[ada, ben] = await Promise.all([given.person(), given.person()])
  postId = (await given.post(ada)).id
})

const listed = async (by: Parameters<typeof Comment.list>[0], of = postId) =>
  (await Comment.list(by, { postId: of, limit: 50 })).items
const texts = async (by: Person, of = postId) => (await listed(by, of)).map(({ text }) => text)
const countOf = async (of: string) => (await Post.get(ada, { postId: of })).counts.comments
const say = (by: Person, text: string, of = postId) => Comment.write(by, { postId: of, text })
const answer = (by: Person, commentId: string, text: string) => Comment.reply(by, { commentId, text })

describe("comments", () => {
  it("stand in the order in which they were written, with answers below each", slow, async () => {
    const { id } = await given.post(ada)
    const first = await say(ben, "First", id)
    await say(ada, "Second", id)
    const reply = await answer(ada, first.id, "To the first")
    const beside = await answer(ben, reply.id, "To the answer")
    expect(beside.parentId).toBe(first.id)
    expect(await texts(ben, id)).toEqual(["First", "Second"])
    const replies = await Comment.replies(visitor(), { commentId: first.id })
    expect(replies.items.map(({ text }) => text)).toEqual(["To the first", "To the answer"])
    expect((await listed(ben, id))[0]?.counts.replies).toBe(2)
    expect(await countOf(id)).toBe(4)
  })

  it("come in pages that neither repeat nor skip while others are written and deleted", slow, async () => {
    const { id } = await given.post(ada)
    const made = []
    for (let n = 0; n < 7; n++) made.push(await say(ben, `${n}`, id))
    const found: string[] = []
    let cursor: string | undefined
    do {
      const page = await Comment.list(ada, { postId: id, limit: 2, cursor })
      found.push(...page.items.map(({ text }) => text))
      cursor = page.nextCursor ?? undefined
      if (found.length === 2) {
        await Comment.remove(ben, { commentId: made[1]?.id ?? "" })
        await Comment.remove(ben, { commentId: made[4]?.id ?? "" })
        await say(ben, "late", id)
      }
    } while (cursor)
    expect(found).toEqual(["0", "1", "2", "3", "5", "6", "late"])
  })

  it(
    "are for who sees the post, where its author allows them, and have a bound of length and a minute",
    slow,
    async () => {
      const { id: secret } = await given.post(ada, { visibility: "private" })
      await expect(say(ben, "Hello", secret)).rejects.toMatchObject({ code: "not_found" })
      await expect(Comment.write(visitor(), { postId, text: "x" })).rejects.toMatchObject({
        code: "unauthenticated",
      })
      for (const text of ["", " \n ", "x".repeat(1001)])
        await expect(say(ben, text)).rejects.toMatchObject({ code: "invalid" })
      const { id: quiet } = await given.post(ada)
      const before = await say(ben, "Before", quiet)
      await table().post.patch({ postId: quiet }).set({ commentsAllowed: false }).go()
      for (const late of [() => say(ben, "Late", quiet), () => answer(ada, before.id, "Late")])
        await expect(late()).rejects.toMatchObject({ code: "forbidden", reason: "comments_closed" })
      expect(await texts(ben, quiet)).toEqual(["Before"])
    },
  )

  it("are refused when they are closed in the same moment, and counted nowhere", slow, async () => {
    const { id } = await given.post(ada)
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => table().post.patch({ postId: id }).set({ commentsAllowed: false }).go(),
      () => say(ben, "Late", id),
    )
    await expect(late).rejects.toMatchObject({ reason: "comments_closed" })
    expect([await texts(ben, id), await countOf(id)]).toEqual([[], 0])
  })

  it(
    "of people apart are invisible to each other, of muted people and with filtered words left out",
    slow,
    async () => {
      const { id } = await given.post(ada)
      const [cleo, dan] = await Promise.all([given.person(), given.person()])
      const byCleo = await say(cleo, "Spiders everywhere", id)
      await say(dan, "Lovely", id)
      await Block.block(cleo, { handle: dan.handle })
      expect([await texts(dan, id), await texts(cleo, id)]).toEqual([["Lovely"], ["Spiders everywhere"]])
      for (const act of [Comment.get, Comment.replies, Comment.history, Comment.like])
        await expect(act(dan, { commentId: byCleo.id })).rejects.toMatchObject({ code: "not_found" })
      await Block.mute(ben, { handle: dan.handle })
      expect(await texts(ben, id)).toEqual(["Spiders everywhere"])
      await Block.setFilters(ben, { words: ["SPIDER"] })
      expect(await texts(ben, id)).toEqual([])
      expect((await listed(visitor(), id)).length).toBe(2)
    },
  )
})

describe("a comment", () => {
  it("is read by its id, also an answer, which says what it answers", async () => {
    const comment = await say(ben, "Here")
    const reply = await answer(ben, comment.id, "There")
    expect(await Comment.get(visitor(), { commentId: comment.id })).toMatchObject({ text: "Here" })
    const found = await Comment.get(ada, { commentId: reply.id })
    expect([found.text, found.parentId]).toEqual(["There", comment.id])
    await Comment.remove(ben, { commentId: reply.id })
    await expect(Comment.get(ada, { commentId: reply.id })).rejects.toMatchObject({ code: "not_found" })
  })

  it("keeps what it said before, for everybody to read; only its writer changes it", async () => {
    const { id } = await say(ben, "Frist")
    await expect(Comment.edit(ada, { commentId: id, text: "No" })).rejects.toMatchObject({
      code: "not_found",
    })
    await Comment.edit(ben, { commentId: id, text: "First" })
    await Comment.edit(ben, { commentId: id, text: "First" })
    const edited = await Comment.edit(ben, { commentId: id, text: "First!" })
    expect([edited.text, edited.editedAt !== undefined]).toEqual(["First!", true])
    const { items } = await Comment.history(visitor(), { commentId: id })
    expect(items.map(({ text }) => text)).toEqual(["First", "Frist"])
  })

  it("changed twice in the same moment loses no version", async () => {
    const { id } = await say(ben, "One")
    const slow = justBefore(
      "TransactWriteItemsCommand",
      () => Comment.edit(ben, { commentId: id, text: "Two" }),
      () => Comment.edit(ben, { commentId: id, text: "Three" }),
    )
    await expect(slow).rejects.toMatchObject({ code: "conflict" })
    expect((await Comment.history(ben, { commentId: id })).items.map(({ text }) => text)).toEqual(["One"])
  })

  it("is liked once, also an answer, and the like taken back", async () => {
    const comment = await say(ben, "Like me")
    const reply = await answer(ben, comment.id, "And me")
    for (const commentId of [comment.id, reply.id]) {
      for (let n = 0; n < 2; n++) await Comment.like(ada, { commentId })
    }
    const [found] = (await listed(ada)).filter(({ id }) => id === comment.id)
    expect([found?.counts.likes, found?.viewer.liked]).toEqual([1, true])
    const [liked] = (await Comment.replies(ada, { commentId: comment.id })).items
    expect([liked?.counts.likes, liked?.viewer.liked]).toEqual([1, true])
    for (let n = 0; n < 2; n++) await Comment.unlike(ada, { commentId: comment.id })
    expect((await listed(ada)).find(({ id }) => id === comment.id)?.counts.likes).toBe(0)
  })

  it(
    "is taken away by its writer or by whose post it is, with its answers; the counter knows at once",
    slow,
    async () => {
      const { id } = await given.post(ada)
      const mine = await say(ben, "Mine", id)
      const other = await say(ben, "Other", id)
      const reply = await answer(ada, mine.id, "One")
      await answer(ben, mine.id, "Two")
      await Comment.like(ada, { commentId: reply.id })
      await Comment.edit(ben, { commentId: mine.id, text: "Mine!" })
      const cleo = await given.person()
      await expect(Comment.remove(cleo, { commentId: mine.id })).rejects.toMatchObject({ code: "not_found" })
      await Comment.remove(ben, { commentId: mine.id })
      expect([await countOf(id), await texts(ada, id)]).toEqual([1, ["Other"]])
      await settle()
      expect([...(await itemsLeftOf(mine.id)), ...(await itemsLeftOf(reply.id))]).toEqual([])
      await Comment.remove(ada, { commentId: other.id })
      expect(await countOf(id)).toBe(0)
    },
  )

  it("that is answered while it is taken away leaves no answer and no wrong count", slow, async () => {
    const { id } = await given.post(ada)
    const first = await say(ben, "First", id)
    await justBefore(
      "TransactWriteItemsCommand",
      () => answer(ada, first.id, "Late"),
      () => Comment.remove(ben, { commentId: first.id }),
    )
    expect(await countOf(id)).toBe(0)
    const second = await say(ben, "Second", id)
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => Comment.remove(ben, { commentId: second.id }),
      () => answer(ada, second.id, "Late"),
    )
    await expect(late).rejects.toMatchObject({ code: "not_found" })
    await settle()
    expect([await countOf(id), await itemsLeftOf(first.id), await itemsLeftOf(second.id)]).toEqual([
      0,
      [],
      [],
    ])
  })

  it(
    "goes with its post, wherever the removal is cut off, and however often it is told",
    slowWithin(120_000),
    async () => {
      const kills = await killedEverywhere(async (killed) => {
        const { id } = await given.post(ada)
        const comment = await say(ben, "One", id)
        const reply = await answer(ada, comment.id, "Two")
        await Comment.like(ben, { commentId: reply.id })
        await Comment.edit(ben, { commentId: comment.id, text: "One!" })
        await settle()
        await Post.remove(ada, { postId: id })
        const Records = await changes()
        await killed(async () => {
          const { batchItemFailures } = await handler({ Records })
          if (batchItemFailures.length > 0) throw new Error("failed")
        })
        await handler({ Records })
        await settle()
        expect(await itemsLeftOf(id)).toEqual([])
        expect(await itemsLeftOf(reply.id)).toEqual([])
      })
      expect(kills).toBeGreaterThan(5)
      // Dozens of steps follow from a removal, and it is cut off after each of them.
    },
  )
})
