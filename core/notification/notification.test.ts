import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given, type Person } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { slow } from "../../testing/slow"
import { written } from "../../testing/written"
import { Block } from "../block"
import { Follow } from "../follow"
import { table } from "../table"
import { Notification } from "./index"

let ada: Person
let bo: Person
let cleo: Person
let dan: Person
let postId: string
let photo: { postId: string; author: Person }
beforeAll(async () => {
  ;[bo, cleo, dan] = [await given.person(), await given.person(), await given.person()]
})
beforeEach(async () => {
  ada = await given.person()
  postId = await writtenPost(ada)
  photo = { postId, author: ada }
})

/** What a person is told, shortly: what, by whom, how many more, whether it is read. */
async function toldTo(person: Person) {
  await settle()
  const { items } = await Notification.list(person, {})
  return items.map(({ kind, actors, others, read }) => ({
    kind,
    by: actors.map(({ handle }) => handle),
    others,
    read,
  }))
}
const readAll = async (person: Person) => {
  const { items } = await Notification.list(person, {})
  await Notification.read(person, { upTo: items[0]?.id ?? "" })
}
const one = (kind: string, by: Person, read = false) => ({ kind, by: [by.handle], others: 0, read })

describe("likes", () => {
  it("of several people are one notification, the last one first", slow, async () => {
    for (const person of [bo, cleo, dan]) await written.like(person, photo)
    const told = await toldTo(ada)
    expect(told).toEqual([{ kind: "like", by: [dan.handle, cleo.handle, bo.handle], others: 0, read: false }])
    for (const person of [await given.person(), await given.person()]) await written.like(person, photo)
    expect(await toldTo(ada)).toMatchObject([{ others: 2, by: { length: 3 } }])
    expect((await Notification.list(ada, {})).items[0]?.post).toMatchObject({ id: postId, own: true })
  })

  it("that come after the reading are another one", async () => {
    await written.like(bo, photo)
    await toldTo(ada)
    await readAll(ada)
    expect(await toldTo(ada)).toEqual([one("like", bo, true)])
    await written.like(cleo, photo)
    await written.like(dan, photo)
    expect(await toldTo(ada)).toEqual([
      { kind: "like", by: [dan.handle, cleo.handle], others: 0, read: false },
      one("like", bo, true),
    ])
  })

  it("that are taken back are no longer told, read or not", slow, async () => {
    for (const person of [bo, cleo]) await written.like(person, photo)
    await toldTo(ada)
    await written.unlike(cleo, photo)
    expect(await toldTo(ada)).toEqual([one("like", bo)])
    await readAll(ada)
    await written.unlike(bo, photo)
    expect(await toldTo(ada)).toEqual([])
    await written.like(bo, photo)
    await written.unlike(bo, photo)
    await written.like(bo, photo)
    expect(await toldTo(ada)).toEqual([one("like", bo)])
  })

  it("of one's own, and of a post that is gone, are not told", async () => {
    await written.like(ada, photo)
    await written.like(bo, photo)
    const before = await toldTo(ada)
    await table().post.delete({ postId }).go()
    expect([before, await toldTo(ada)]).toEqual([[one("like", bo)], []])
    expect(await Notification.unread(ada, {})).toEqual({ count: 0, more: false })
  })

  it("stay counted when more people take theirs back than are known by name", slow, async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => given.person()))
    for (const person of people) await written.like(person, photo)
    await settle()
    for (const person of people.slice(1).reverse()) await written.unlike(person, photo)
    expect(await toldTo(ada)).toEqual([{ kind: "like", by: [], others: 1, read: false }])
  })
})

describe("comments", () => {
  it("are told to the author, replies to whom they answer, and each once to each", slow, async () => {
    const comment = await written.comment(bo, photo, `Quiet. @${ada.handle} @${cleo.handle}`)
    expect(await toldTo(ada)).toEqual([one("comment", bo)])
    expect((await toldTo(cleo))[0]).toEqual(one("mention", bo))
    await written.reply(ada, comment, photo, "Thank you")
    await written.reply(dan, comment, photo, "It is")
    expect((await toldTo(bo)).slice(0, 2)).toEqual([one("reply", dan), one("reply", ada)])
    expect((await toldTo(ada))[0]).toEqual(one("comment", dan))
    const { items } = await Notification.list(ada, {})
    expect(items.map(({ comment: said }) => said?.excerpt)).toEqual([
      "It is",
      `Quiet. @${ada.handle} @${cleo.handle}`,
    ])
  })

  it("say what they say now, and nothing when they are gone", slow, async () => {
    const eve = await given.person()
    const { commentId } = await written.comment(bo, photo, `Look, @${eve.handle}`)
    expect(await toldTo(eve)).toEqual([one("mention", bo)])
    await table()
      .comment.patch({ postId, commentId })
      .set({ text: `${"Long ".repeat(60)}end` })
      .go()
    expect(await toldTo(eve)).toEqual([])
    const [item] = (await Notification.list(ada, {})).items
    expect(item?.comment?.excerpt).toMatch(/^Long Long .{100,}…$/)
    expect([...(item?.comment?.excerpt ?? "")].length).toBeLessThanOrEqual(140)
    await table().comment.delete({ postId, commentId }).go()
    // At once, and after what follows from it.
    expect((await Notification.list(ada, {})).items).toEqual([])
    expect(await toldTo(ada)).toEqual([])
  })

  it("likes of theirs are told to who wrote them", async () => {
    const comment = await written.comment(cleo, photo, "So calm")
    await written.commentLike(ada, { ...comment, author: cleo })
    expect((await toldTo(cleo))[0]).toEqual(one("comment_like", ada))
    await table().commentLike.delete({ userId: ada.userId, commentId: comment.commentId }).go()
    expect((await toldTo(cleo)).filter(({ kind }) => kind === "comment_like")).toEqual([])
  })

  it("call ten people at most", slow, async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => given.person()))
    await written.comment(bo, photo, people.map(({ handle }) => `@${handle}`).join(" "))
    await settle()
    const lists = await Promise.all(people.map((person) => Notification.list(person, {})))
    expect(lists.map(({ items }) => items.length)).toEqual([...Array(10).fill(1), 0, 0])
  })
})

describe("captions", () => {
  it("tell whom they name, if they may see the post", slow, async () => {
    const [eve, fay] = [await given.person(), await given.person()]
    await Follow.follow(fay, { handle: ada.handle })
    const caption = `With @${eve.handle} and @${fay.handle}, @${ada.handle}`
    const hidden = await writtenPost(ada, { caption, audience: "followers" })
    expect([await toldTo(eve), await toldTo(fay)]).toEqual([[], [one("mention", ada)]])
    await table().post.patch({ postId: hidden }).set({ audience: "public" }).go()
    expect(await toldTo(eve)).toEqual([one("mention", ada)])
    await table().post.patch({ postId: hidden }).set({ audience: "private" }).go()
    // Also before anything follows from it.
    expect((await Notification.list(eve, {})).items).toEqual([])
    expect([await toldTo(eve), await toldTo(fay)]).toEqual([[], []])
    expect(await Notification.unread(fay, {})).toEqual({ count: 0, more: false })
  })
})

describe("follows", () => {
  it("are told to whom they concern, and no longer when they end", async () => {
    for (const person of [bo, cleo]) await Follow.follow(person, { handle: ada.handle })
    expect(await toldTo(ada)).toEqual([
      { kind: "follow", by: [cleo.handle, bo.handle], others: 0, read: false },
    ])
    await Follow.unfollow(bo, { handle: ada.handle })
    expect(await toldTo(ada)).toEqual([one("follow", cleo)])
    const [item] = (await Notification.list(ada, {})).items
    expect(item?.viewer).toEqual({ follows: false, requested: false, private: false })
  })

  it("of a private account are asked for and answered", slow, async () => {
    await given.closed(ada)
    const [eve, fay] = [await given.person(), await given.person()]
    for (const person of [eve, fay]) await Follow.follow(person, { handle: ada.handle })
    expect(await toldTo(ada)).toEqual([one("request", fay), one("request", eve)])
    await Follow.decide(ada, { userId: eve.userId, decision: "accept" })
    // The page must not offer an answer to who was answered.
    expect((await Notification.list(ada, {})).items).toHaveLength(1)
    await Follow.unfollow(fay, { handle: ada.handle })
    expect([await toldTo(ada), await toldTo(eve), await toldTo(fay)]).toEqual([
      [],
      [one("accepted", ada)],
      [],
    ])
    await Follow.removeFollower(ada, { handle: eve.handle })
    expect(await toldTo(eve)).toEqual([])
  })
})

describe("nobody is told", () => {
  it("of people behind a block, made before or after, either way", slow, async () => {
    const [eve, fay] = [await given.person(), await given.person()]
    const theirs = { postId: await writtenPost(eve), author: eve }
    await written.like(eve, photo)
    await written.like(bo, photo)
    await written.like(ada, theirs)
    expect([await toldTo(ada), await toldTo(eve)]).toMatchObject([[{ others: 0 }], [{ kind: "like" }]])
    await Block.block(ada, { handle: eve.handle })
    expect((await Notification.list(ada, {})).items[0]?.actors).toMatchObject([{ handle: bo.handle }])
    expect([await toldTo(ada), await toldTo(eve)]).toEqual([[one("like", bo)], []])
    await Block.block(fay, { handle: ada.handle })
    for (const person of [eve, fay]) await written.comment(person, photo, "Hello")
    expect(await toldTo(ada)).toEqual([one("like", bo)])
  })

  it("of people they muted, of words they filter, and of what they switched off", async () => {
    await Block.mute(ada, { handle: bo.handle })
    await Block.setFilters(ada, { words: ["spoiler"] })
    await Notification.setSettings(ada, { kinds: { like: false } })
    await written.like(cleo, photo)
    await written.comment(bo, photo, "Muted")
    await written.comment(cleo, photo, "A ＳＰＯＩＬＥＲ")
    await written.comment(dan, photo, "Fine")
    expect(await toldTo(ada)).toEqual([one("comment", dan)])
    await Notification.setSettings(ada, { kinds: { comment: false } })
    await written.comment(dan, photo, `Unheard, but for @${ada.handle}`)
    expect((await toldTo(ada))[0]).toEqual(one("mention", dan))
  })
})

describe("reading", () => {
  it("counts what is unread, up to twenty, and goes only forward", slow, async () => {
    for (let n = 0; n < 21; n++) await written.comment(bo, photo, `Frame ${n}`)
    await settle()
    expect(await Notification.unread(ada, {})).toEqual({ count: 20, more: true })
    const first = await Notification.list(ada, { limit: 10 })
    const second = await Notification.list(ada, { limit: 20, cursor: first.nextCursor ?? "" })
    expect([second.items.length, second.nextCursor]).toEqual([11, null])
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(({ id }) => id)).size).toBe(21)
    await Notification.read(ada, { upTo: all[4]?.id ?? "" })
    expect(await Notification.unread(ada, {})).toEqual({ count: 4, more: false })
    await Notification.read(ada, { upTo: all[9]?.id ?? "" })
    expect(await Notification.unread(ada, {})).toEqual({ count: 4, more: false })
    const { items } = await Notification.list(ada, {})
    expect(items.filter(({ read }) => read)).toHaveLength(17)
  })

  it("ahead of the clock still leaves what comes after unread", async () => {
    await Notification.read(ada, { upTo: `ntf_7${"Z".repeat(25)}` })
    await written.like(bo, photo)
    await written.like(cleo, photo)
    expect(await toldTo(ada)).toMatchObject([{ kind: "like", by: { length: 2 }, read: false }])
  })

  it("is of one's own notifications alone", async () => {
    await written.like(bo, photo)
    expect(await toldTo(await given.person())).toEqual([])
    const { nextCursor } = await Notification.list(ada, { limit: 1 })
    expect(nextCursor).toBeNull()
  })
})
