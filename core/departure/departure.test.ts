import { beforeAll, describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, type Person, password, visitor } from "../../testing/given"
import { mailsTo } from "../../testing/mail"
import { items, itemsAbout } from "../../testing/rows"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { AccessToken } from "../access-token"
import { Account } from "../account"
import { Comment } from "../comment"
import { config } from "../config"
import { Feed } from "../feed"
import { Follow } from "../follow"
import { Like } from "../like"
import { Media } from "../media"
import { Notification } from "../notification"
import { Post } from "../post"
import { Search } from "../search"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { Storage } from "../storage"
import { table } from "../table"
import { User } from "../user"
import { Departure } from "./index"

beforeAll(() => useSettings({ limits: { signInsPerQuarterHour: 4 } }))

const system = { kind: "system" } as const
const copiesOf = async (photoIds: readonly string[]) =>
  (
    await Promise.all(
      photoIds.map((id) => Storage.keys(config.mediaBucket, Storage.variantPrefix("public", id))),
    )
  ).flat()

const itemsAs = async (entity: string) => (await items()).filter(({ __edb_e__ }) => __edb_e__ === entity)
const found = async (by: Person, q: string, type: "posts" | "users") =>
  (await Search.find(by, { q, type })).items.map((item) => ("id" in item ? item.id : item.tag))

/** Somebody with a post, a comment and a face, and what a friend and a stranger see of them. */
async function known() {
  const [ada, ben, eve] = await Promise.all([given.person(), given.person(), given.person()])
  const [photoId, avatar] = await Promise.all([given.photo(ada), given.photo(ada)])
  await User.setAvatar(ada, { photoId: avatar })
  await given.follow(ben, ada)
  const word = `zephyr${ada.handle.replaceAll(/[^a-z]/g, "")}`
  const post = await given.post(ada, {
    photos: [photoId],
    caption: `${word} #gone${ada.handle} @${ben.handle}`,
  })
  const theirs = await given.post(ben)
  const { id: commentId } = await Comment.write(ada, { postId: theirs.id, text: "Lovely" })
  await Like.like(ada, { postId: theirs.id })
  const token = (await AccessToken.create(ada, { name: "A script", scopes: ["read"] })).token
  await settle()
  const seen = async () => ({
    profile: await User.get(eve, { handle: ada.handle }).catch(({ code }) => code),
    post: await Post.get(eve, { postId: post.id }).then(
      ({ caption, counts }) => ({ caption, counts }),
      ({ code }) => code,
    ),
    comments: (await Comment.list(eve, { postId: theirs.id })).items.map(({ id }) => id),
    home: (await Feed.home(ben, {})).items.map(({ id }) => id).filter((id) => id === post.id),
    explore: (await Feed.explore(visitor(), { limit: 50 })).items.some(({ id }) => id === post.id),
    found: await found(eve, word, "posts"),
    people: await found(eve, ada.handle, "users"),
    followers: (await Follow.following(ben, { handle: ben.handle })).items.map(({ id }) => id),
    told: (await Notification.list(ben, {})).items.map(({ id, kind, read }) => ({ id, kind, read })),
    picture: await Media.address(eve, { photoId, variant: "640.jpg" }).then(
      () => true,
      ({ code }) => code,
    ),
    copies: (await copiesOf([photoId, avatar])).length,
    token: (await AccessToken.check(token)) !== undefined,
  })
  return { ada, ben, seen, commentId }
}

describe("whoever goes away for a while", () => {
  it(
    "vanishes for everybody at once, with every session; signing in brings it all back as it was",
    slow,
    async () => {
      const { ada, seen } = await known()
      const before = await seen()
      expect(before).toMatchObject({ explore: true, picture: true, token: true })
      await Departure.deactivate(ada, {})
      expect(await Session.check(ada.sessionId)).toBeUndefined()
      const hidden = {
        profile: "not_found",
        post: "not_found",
        comments: [],
        home: [],
        explore: false,
        followers: [],
        told: [],
        picture: "not_found",
        token: false,
      }
      expect(await seen()).toMatchObject(hidden)
      await settle()
      expect(await seen()).toEqual({ ...hidden, found: [], people: [], copies: 0 })
      const asked = (await itemsAs("invalidation")).find(({ pk }) => pk.includes(ada.userId))
      expect(asked?.paths).toEqual(expect.arrayContaining([`/u/${ada.handle}`, `/u/${ada.handle}/feed.xml`]))

      await SignIn.withPassword(visitor(), { email: ada.email, password })
      await settle()
      expect(await seen()).toEqual(before)
      expect(Object.keys((await User.byId(ada.userId)) ?? {})).not.toContain("deactivatedAt")
    },
  )

  it("stays hidden while suspended, and the other way round", async () => {
    const ada = await given.person()
    const decision = { userId: ada.userId, by: "ops" }
    await Departure.deactivate(ada, {})
    await Account.suspend(system, decision)
    await expect(SignIn.withPassword(visitor(), { email: ada.email, password })).rejects.toMatchObject({
      reason: "suspended",
    })
    await Account.restore(system, decision)
    expect(await User.byId(ada.userId)).toMatchObject({ hidden: true })
    await SignIn.withPassword(visitor(), { email: ada.email, password })
    expect(await User.byId(ada.userId)).toMatchObject({ hidden: false })
  })
})

describe("whoever asks for the account to be deleted", () => {
  it("proves who they are; is hidden at once, mailed the day, and can keep it until then", slow, async () => {
    const { ada, seen } = await known()
    const before = await seen()
    await expect(Departure.leave(ada, { password: "wrong" })).rejects.toMatchObject({ code: "invalid" })
    await expect(Departure.leave(ada, {})).rejects.toMatchObject({ code: "invalid" })
    const { dueAt } = await Departure.leave(ada, { password })
    const inDays = (Date.parse(dueAt) - Date.now()) / 86_400_000
    expect(Math.round(inDays)).toBe(14)
    expect(await Session.check(ada.sessionId)).toBeUndefined()
    await settle()
    expect(await seen()).toMatchObject({ profile: "not_found", copies: 0, told: [] })
    const [mail] = await mailsTo(ada.email)
    const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" }).format(new Date(dueAt))
    expect(mail?.text).toContain(day)
    expect(mail?.text).toContain("/signin?next=%2Fsettings%2Fdata")

    // Nothing is erased early.
    expect(await Departure.goOn(Date.now() + 10_000)).toEqual({ more: false, faults: 0 })
    const again = await SignIn.withPassword(visitor(), { email: ada.email, password })
    const back = { ...ada, ...again }
    expect(await User.me(back, {})).toMatchObject({ leavingAt: dueAt })
    expect(await seen()).toMatchObject({ profile: "not_found" })
    await Departure.stay(back, {})
    await settle()
    expect(await seen()).toEqual(before)
    expect(await Session.check(again.sessionId)).toBeDefined()
    await expect(Departure.stay(back, {})).rejects.toMatchObject({ code: "not_found" })
    expect(await itemsAbout("DELETION")).toEqual([])
  })

  it("without a password has signed in a moment ago", async () => {
    const ada = await given.person()
    await table().user.patch({ userId: ada.userId }).remove(["passwordHash"]).go()
    const old = new Date(Date.now() - 16 * 60_000).toISOString()
    await table().session.patch({ sessionId: ada.sessionId }).set({ createdAt: old }).go()
    await expect(Departure.leave(ada, {})).rejects.toMatchObject({
      code: "forbidden",
      reason: "confirm_yourself",
    })
    const fresh = { ...ada, ...(await Session.open(ada, { ...ada, emailVerified: true })) }
    const { dueAt } = await Departure.leave(fresh, {})
    // Their sessions ended, but not that they ask again.
    const deactivatedAt = (await User.byId(ada.userId))?.deactivatedAt
    const user = { ...ada, emailVerified: true, leavingAt: dueAt, deactivatedAt }
    const again = { ...ada, ...(await Session.open(ada, user)) }
    await expect(Departure.leave(again, {})).rejects.toMatchObject({ code: "conflict", reason: "leaving" })
  })

  it("cannot come back once the erasing has begun, and is not let in meanwhile", async () => {
    const ada = await given.person()
    const { dueAt } = await Departure.leave(ada, { password })
    const back = { ...ada, ...(await SignIn.withPassword(visitor(), { email: ada.email, password })) }
    await Promise.allSettled([
      Departure.stay(back, {}),
      Departure.goOn(Date.now() + 60_000, Date.parse(dueAt) + 1000),
    ])
    const [row, deletion] = [
      await User.byId(ada.userId),
      (await table().deletion.get({ userId: ada.userId }).go()).data,
    ]
    // One of the two, and nothing between.
    if (row) expect([row.hidden, row.leavingAt, deletion]).toEqual([false, undefined, null])
    else expect(deletion?.state).toBe("settling")
  })

  it("stays hidden when it was suspended just before it was kept", async () => {
    const ada = await given.person()
    await Departure.leave(ada, { password })
    const back = { ...ada, ...(await SignIn.withPassword(visitor(), { email: ada.email, password })) }
    const shut = () => Account.suspend(system, { userId: ada.userId, by: "ops" })
    await justBefore("TransactWriteItemsCommand", shut, () => Departure.stay(back, {}))
    const row = await User.byId(ada.userId)
    expect(row).toMatchObject({ hidden: true, suspendedAt: expect.any(String) })
    expect(row?.leavingAt).toBeUndefined()
  })

  it("is counted when nobody gets to it for a day", async () => {
    const ada = await given.person()
    const { dueAt } = await Departure.leave(ada, { password })
    expect(await Departure.overdue(Date.parse(dueAt) + 3600_000)).toBe(0)
    expect(await Departure.overdue(Date.parse(dueAt) + 25 * 3600_000)).toBeGreaterThanOrEqual(1)
  })
})
