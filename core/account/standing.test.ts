import { describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, password, visitor } from "../../testing/given"
import { slow } from "../../testing/slow"
import { AccessToken } from "../access-token"
import { Audit } from "../audit"
import { config } from "../config"
import { Departure } from "../departure"
import { Post } from "../post"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { Storage } from "../storage"
import { table } from "../table"
import { User } from "../user"
import { Account } from "./index"

const system = { kind: "system" } as const
/** What writes a session. */
const opening = "TransactWriteItemsCommand"
const by = "arn:aws:iam::123456789012:user/ops"

describe("a suspended account", () => {
  it(
    "is shown nowhere, is signed out, cannot sign in, and is as before when it is restored",
    slow,
    async () => {
      const ada = await given.person()
      const bob = await given.person()
      const post = await given.post(ada, { caption: "a grebe" })
      const { token } = await AccessToken.create(ada, { name: "script", scopes: ["read"] })
      const signIn = () => SignIn.withPassword(visitor(), { email: ada.email, password })
      expect(await AccessToken.check(token)).toMatchObject({ userId: ada.userId })

      await Account.suspend(system, { userId: ada.userId, by, why: "spam" })
      await settle()
      expect(await Session.check(ada.sessionId)).toBeUndefined()
      expect(await AccessToken.check(token)).toBeUndefined()
      await expect(signIn()).rejects.toMatchObject({ code: "unauthenticated", reason: "suspended" })
      await expect(User.get(bob, { handle: ada.handle })).rejects.toMatchObject({ code: "not_found" })
      await expect(Post.get(bob, { postId: post.id })).rejects.toMatchObject({ code: "not_found" })
      await expect(Account.suspend(system, { userId: ada.userId, by })).rejects.toMatchObject({
        code: "conflict",
      })

      await Account.restore(system, { userId: ada.userId, by })
      await settle()
      expect(await signIn()).toMatchObject({ userId: ada.userId })
      expect(await User.get(bob, { handle: ada.handle })).toMatchObject({ handle: ada.handle })
      expect(await Post.get(bob, { postId: post.id })).toMatchObject({ caption: "a grebe" })
      await expect(Account.restore(system, { userId: ada.userId, by })).rejects.toMatchObject({
        code: "conflict",
      })
      expect(
        (await Audit.ofUser(ada.userId)).map(({ what, by: who, detail }) => [what, who, detail]),
      ).toEqual([
        ["user restore", by, ""],
        ["user suspend", by, "spam"],
      ])
    },
  )

  it("has none of its photos at the CDN, and all of them again when it is restored", slow, async () => {
    const ada = await given.person()
    const [photoId, avatar] = [await given.photo(ada), await given.photo(ada)]
    await User.setAvatar(ada, { photoId: avatar })
    const { id: postId } = await given.post(ada, { photos: [photoId] })
    await settle()
    const copies = async () =>
      (
        await Promise.all(
          [photoId, avatar].map((id) =>
            Storage.keys(config.mediaBucket, Storage.variantPrefix("public", id)),
          ),
        )
      ).map(({ length }) => length)
    const before = await copies()
    expect(before.every((count) => count > 0)).toBe(true)
    await Account.suspend(system, { userId: ada.userId, by })
    await settle()
    expect(await copies()).toEqual([0, 0])
    await Account.restore(system, { userId: ada.userId, by })
    await settle()
    expect(await copies()).toEqual(before)
    const visitors = await Post.get(visitor(), { postId })
    expect(visitors.photos[0]?.variants[0]?.url).toMatch(/^http/)
    expect(visitors.author.avatar?.variants[0]?.url).toMatch(/^http/)
  })

  it("stays hidden when its person went away just before it was restored", async () => {
    const ada = await given.person()
    await Account.suspend(system, { userId: ada.userId, by })
    const gone = () => Departure.asOperator.deactivate(system, { userId: ada.userId, by })
    await justBefore(opening, gone, () => Account.restore(system, { userId: ada.userId, by }))
    const row = await User.byId(ada.userId)
    expect(row).toMatchObject({ hidden: true, deactivatedAt: expect.any(String) })
    expect(row?.suspendedAt).toBeUndefined()
  })

  it("is not opened by somebody whose password was checked just before", async () => {
    const ada = await given.person()
    const late = justBefore(
      opening,
      () => Account.suspend(system, { userId: ada.userId, by }),
      () => SignIn.withPassword(visitor(), { email: ada.email, password }),
    )
    await expect(late).rejects.toMatchObject({ code: "unauthenticated", reason: "suspended" })
    expect((await Session.list(ada, {})).items).toEqual([])
  })

  it("has no session with the role that was taken from it just before", async () => {
    const ada = await given.moderator()
    const late = justBefore(
      opening,
      () => Account.setRole(system, { userId: ada.userId, by, role: "member" }),
      () => SignIn.withPassword(visitor(), { email: ada.email, password }),
    )
    await expect(late).rejects.toMatchObject({ code: "unauthenticated" })
    expect((await Session.list(ada, {})).items).toEqual([])
  })

  it("stays shut when its address is confirmed meanwhile", async () => {
    const { userId } = await given.person()
    await Account.suspend(system, { userId, by })
    const user = (await User.byId(userId)) as User.UserRow
    const { Token } = await import("../token")
    const { confirm } = await import("./confirm")
    const row = Token.newRow("verify", "en", { userId, email: user.email })
    await table().oneTimeToken.create(row).go()
    await confirm(row, user)
    expect(await User.byId(userId)).toMatchObject({ hidden: true, emailVerified: true })
  })
})

describe("a role", () => {
  it("is given with an entry of the audit, and needs a new session", async () => {
    const ada = await given.person()
    await Account.setRole(system, { userId: ada.userId, by, role: "moderator" })
    expect(await Session.check(ada.sessionId)).toBeUndefined()
    expect(await User.byId(ada.userId)).toMatchObject({ role: "moderator" })
    expect(await Audit.ofDay(new Date().toISOString().slice(0, 10))).toContainEqual(
      expect.objectContaining({
        what: "user promote",
        userId: ada.userId,
        detail: "from member to moderator",
      }),
    )
  })
})

it("nobody but the product itself decides about accounts", async () => {
  const [ada, bob] = [await given.person(), await given.person()]
  for (const decide of [Account.suspend, Account.restore, Account.signOut])
    await expect(decide(ada, { userId: bob.userId, by: "ada" })).rejects.toMatchObject({ code: "not_found" })
  await expect(Account.setRole(ada, { userId: ada.userId, by: "ada", role: "admin" })).rejects.toMatchObject({
    code: "not_found",
  })
  expect(await User.byId(bob.userId)).toMatchObject({ hidden: false, role: "member" })
})

it("an entry of the audit is never written over", async () => {
  const ada = await given.person()
  await Account.signOut(system, { userId: ada.userId, by, why: "lost phone" })
  const { data } = await table().audit.query.byUser({ userId: ada.userId }).go()
  const [entry] = data
  if (!entry) throw new Error("there is no entry")
  await expect(
    table()
      .audit.create({ ...entry, detail: "nothing" })
      .go(),
  ).rejects.toThrow()
  expect(await Audit.ofUser(ada.userId)).toMatchObject([{ detail: "lost phone" }])
})

it("what was done to nobody is noted under its day alone", async () => {
  await Audit.record(system, { by, what: "db capacity", detail: "on demand" })
  const [entry] = (await Audit.ofDay(new Date().toISOString().slice(0, 10))).filter(
    ({ what }) => what === "db capacity",
  )
  expect(entry).toEqual({
    id: expect.stringMatching(/^aud_/),
    at: expect.any(String),
    stage: "local",
    by,
    what: "db capacity",
    detail: "on demand",
  })
  expect(await Audit.ofUser("nobody")).toEqual([])
})
