import { beforeAll, describe, expect, it, vi } from "vitest"
import { givenAlbum } from "../../testing/albums"
import { settle } from "../../testing/events"
import { given, type Person, visitor } from "../../testing/given"
import { items } from "../../testing/rows"
import { slow } from "../../testing/slow"
import type { Actor } from "../actor"
import { Album } from "../album"
import { Comment } from "../comment"
import { Integrity } from "../integrity"
import { Moderation } from "../moderation"
import { Notification } from "../notification"
import { Post } from "../post"
import { Share } from "../share"
import { days } from "../time"
import { Guest } from "./index"

let ada: Person
let ben: Person
beforeAll(async () => {
  ;[ada, ben] = [await given.person(), await given.person()]
})
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "ok",
    (error) => error.reason ?? error.code,
  )

async function world(options: object = {}, visibility: "private" | "public" = "private") {
  const { id: postId } = await given.post(ada, { visibility })
  const link = await Share.createForPost(ada, { postId, name: "Family", comments: true, ...options })
  return { postId, shareId: link.id, token: link.url?.split("/s/")[1] ?? "" }
}
type Place = { token: string; postId: string }
const said = ({ token, postId }: Place, text = "So much light", by: Actor = visitor()) =>
  Guest.comment(by, { token, postId, name: "<b>Grandma</b>", text })
const waiting = async (who: Person, postId: string) =>
  (await Guest.waitingComments(who, { limit: 50 })).items.filter(({ post }) => post.id === postId)
const ids = async (who: Person, postId: string) => (await waiting(who, postId)).map(({ id }) => id)
const told = async (who: Person, postId: string) =>
  (await Notification.list(who, {})).items.filter(({ post }) => post?.id === postId)
const through = async ({ token, postId }: Place, by: Actor = visitor()) =>
  (await Guest.comments(by, { token, postId })).items
const count = async (who: Person, postId: string) => (await Post.get(who, { postId })).counts.comments
const rowsWith = async (id: string) => (await items()).filter((item) => JSON.stringify(item).includes(id))

describe("a comment of a guest", () => {
  it("waits, counted nowhere and told to the author alone; approved, it is there once", slow, async () => {
    const place = await world({}, "public")
    const { postId } = place
    expect(await said(place, `Look, @${ben.handle}`)).toEqual({
      state: "waiting",
      sentAt: expect.any(String),
    })
    await said(place, "Again")
    await settle()
    expect(await count(ada, postId)).toBe(0)
    expect(await through(place)).toEqual([])
    expect((await Comment.list(ada, { postId })).items).toEqual([])
    expect(await ids(ben, postId)).toEqual([])
    expect(await told(ada, postId)).toMatchObject([{ kind: "guest_comments", actors: [], others: 2 }])
    const [first, second] = await waiting(ada, postId)
    expect(first).toMatchObject({
      name: "<b>Grandma</b>",
      text: `Look, @${ben.handle}`,
      link: "Family",
      post: { id: postId, picture: { photoId: expect.any(String) } },
    })
    const commentIds = [first?.id ?? "", second?.id ?? ""]
    // Whose queue it is not decides nothing.
    expect(await Guest.decideComments(ben, { commentIds, decision: "approve" })).toEqual({ decided: 0 })
    expect(await Guest.decideComments(ben, { commentIds, decision: "decline" })).toEqual({ decided: 0 })
    const both = await Promise.all(
      [1, 2].map(() => Guest.decideComments(ada, { commentIds, decision: "approve" })),
    )
    expect(both.reduce((sum, { decided }) => sum + decided, 0)).toBe(2)
    await settle()
    expect(await ids(ada, postId)).toEqual([])
    expect(await told(ada, postId)).toEqual([])
    expect(await told(ben, postId)).toEqual([])
    expect(await count(ada, postId)).toBe(2)
    expect(await Integrity.ofPost(postId)).toEqual([])
    expect((await through(place)).map(({ name, text }) => [name, text])).toEqual([
      ["<b>Grandma</b>", `Look, @${ben.handle}`],
      ["<b>Grandma</b>", "Again"],
    ])
  })

  it(
    "approved, is the guest's and nobody's account's: the author may take it away, and that is all",
    slow,
    async () => {
      const place = await world()
      const { postId } = place
      await said(place)
      const [commentId = ""] = await ids(ada, postId)
      await Guest.decideComments(ada, { commentIds: [commentId], decision: "approve" })
      const [shown] = (await Comment.list(ada, { postId })).items
      expect(shown).toMatchObject({
        guest: "<b>Grandma</b>",
        author: { name: "<b>Grandma</b>", handle: "" },
        viewer: { own: false, mayDelete: true },
      })
      expect(JSON.stringify(shown)).not.toContain(ada.userId)
      expect(await code(Comment.edit(ada, { commentId, text: "Mine" }))).toBe("not_found")
      const { id: answer } = await Comment.reply(ada, { commentId, text: "Thank you" })
      await Comment.like(ada, { commentId })
      await Comment.like(ada, { commentId: answer })
      await settle()
      // Likes and answers keep it where it is found, and tell nobody.
      expect(await through(place)).toHaveLength(1)
      expect(JSON.stringify(await through(place))).not.toContain("Thank you")
      expect(await told(ada, postId)).toEqual([])
      expect(await count(ada, postId)).toBe(2)
      await Comment.remove(ada, { commentId })
      await settle()
      expect(await count(ada, postId)).toBe(0)
      expect(await Integrity.ofPost(postId)).toEqual([])
      expect(await through(place)).toEqual([])
      expect(await rowsWith(commentId)).toEqual([])
    },
  )

  it("declined, leaves nothing; decided about, it cannot be again", slow, async () => {
    const place = await world()
    await said(place)
    const commentIds = await ids(ada, place.postId)
    const decide = (decision: "approve" | "decline") => Guest.decideComments(ada, { commentIds, decision })
    expect(await decide("decline")).toEqual({ decided: 1 })
    expect(await decide("decline")).toEqual({ decided: 0 })
    expect(await decide("approve")).toEqual({ decided: 0 })
    await settle()
    expect(await rowsWith(commentIds[0] ?? "none")).toEqual([])
    expect(await count(ada, place.postId)).toBe(0)
  })

  it("is refused wherever the link or the post takes none", slow, async () => {
    expect(await code(said(await world({ comments: false })))).toBe("link_no_comments")
    expect(await code(through(await world({ comments: false })))).toBe("link_no_comments")
    expect(await code(said(await world({ password: "harebell" })))).toBe("link_locked")
    const place = await world()
    const other = await given.post(ada)
    expect(await code(said({ ...place, postId: other.id }))).toBe("not_found")
    // Who may see the post anyway is nobody's guest.
    expect(await code(said(place, "Me", ada))).toBe("comment_as_yourself")
    expect(await code(said(place, "Me", ben))).toBe("ok")
    await Share.edit(ada, { shareId: place.shareId, comments: false })
    expect(await code(said(place))).toBe("link_no_comments")
    await Share.edit(ada, { shareId: place.shareId, comments: true })
    await Post.edit(ada, { postId: place.postId, commentsAllowed: false })
    expect(await code(said(place))).toBe("comments_closed")
    expect(await through(place)).toEqual([])
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
    try {
      const short = await world({ endsAt: new Date(Date.now() + 60_000).toISOString() })
      vi.setSystemTime(Date.now() + 61_000)
      expect(await code(said(short))).toBe("link_ended")
    } finally {
      vi.useRealTimers()
    }
  })

  it("waits on where a moderator closed the comments, until that is undone", slow, async () => {
    const place = await world({}, "public")
    await said(place)
    const moderator = await given.moderator()
    const { decisions } = await Moderation.decide(moderator, {
      targets: [place.postId],
      act: "close_comments",
      reason: "It got out of hand.",
    })
    const commentIds = await ids(ada, place.postId)
    const approve = () => Guest.decideComments(ada, { commentIds, decision: "approve" })
    expect(await approve()).toEqual({ decided: 0 })
    expect(await count(ada, place.postId)).toBe(0)
    await Moderation.undo(moderator, { id: decisions[0]?.id ?? "", why: "It is quiet again." })
    expect(await approve()).toEqual({ decided: 1 })
  })

  it("goes with its link, and with its post; approved in that moment, it is nowhere", slow, async () => {
    const [ended, deleted] = [await world(), await world()]
    await said(ended)
    await said(deleted)
    const [ofEnded, ofDeleted] = [await ids(ada, ended.postId), await ids(ada, deleted.postId)]
    await Share.revoke(ada, { shareId: ended.shareId })
    await Post.remove(ada, { postId: deleted.postId })
    const commentIds = ofDeleted
    expect(await Guest.decideComments(ada, { commentIds, decision: "approve" })).toEqual({ decided: 0 })
    expect(await code(said(ended))).toBe("link_ended")
    expect(await code(said(deleted))).toBe("no_link")
    await settle()
    expect(await ids(ada, ended.postId)).toEqual([])
    for (const id of [...ofEnded, ...ofDeleted]) expect(await rowsWith(id)).toEqual([])
  })

  it("through a link to an album waits for whose post it is", slow, async () => {
    const { id: postId } = await given.post(ben, { visibility: "private" })
    const album = await givenAlbum(ada)
    await Album.addMember(ada, { albumId: album.id, handle: ben.handle, role: "contributor" })
    await Album.addItems(ben, { albumId: album.id, postIds: [postId] })
    const { url = "" } = await Share.createForAlbum(ada, {
      albumId: album.id,
      name: "Secret name",
      comments: true,
    })
    const place = { postId, token: url.split("/s/")[1] ?? "" }
    await said(place)
    expect(await ids(ada, postId)).toEqual([])
    const [one] = await waiting(ben, postId)
    expect(one).toMatchObject({ name: "<b>Grandma</b>" })
    expect(one?.link).toBeUndefined()
    await Album.removeItem(ben, { albumId: album.id, postId })
    expect(await code(said(place))).toBe("not_found")
    expect(await code(through(place))).toBe("not_found")
  })

  it("waits for ninety days, and is one of so many from an address a day", slow, async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() })
    try {
      const place = await world()
      const eve = visitor()
      const { limit } = await import("../limit")
      for (let i = 0; i < 29; i++) await limit(["guest-comment", place.shareId, eve.address], 30, days(1))
      await said(place, "One", eve)
      expect(await code(said(place, "Two", eve))).toBe("guest_comments")
      await said(place, "Three")
      const commentIds = await ids(ada, place.postId)
      expect(commentIds).toHaveLength(2)
      vi.setSystemTime(Date.now() + 91 * 86_400_000)
      expect(await ids(ada, place.postId)).toEqual([])
      expect(await Guest.decideComments(ada, { commentIds, decision: "approve" })).toEqual({ decided: 0 })
    } finally {
      vi.useRealTimers()
    }
  })
})
