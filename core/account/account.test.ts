import { describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { justBefore } from "../../testing/faults"
import { given, password, visitor } from "../../testing/given"
import { mailsTo, tokenMailedTo } from "../../testing/mail"
import { type Item, items } from "../../testing/rows"
import { rotated, withSecret } from "../../testing/secrets"
import { slow } from "../../testing/slow"
import { Session } from "../session"
import { SignIn } from "../sign-in"
import { table } from "../table"
import { User } from "../user"
import { Account } from "./index"

const ageConfirmed = true
const other = "eight loud magpies 52"
const reset = async (token: string, word = other) =>
  Account.resetPassword(visitor(), { token, password: word })

describe("signing up", () => {
  it("opens an account that can sign in, as the given persons are", slow, async () => {
    const caller = visitor()
    const email = "ada@example.com"
    await Account.signUp(caller, { handle: "ada_lovelace", email, password, ageConfirmed })
    const { userId, sessionId } = await SignIn.withPassword(caller, { email, password })
    const ada = { ...caller, kind: "user" as const, userId, sessionId, role: "member" as const }
    expect(await User.me(ada, {})).toMatchObject({
      handle: "ada_lovelace",
      emailVerified: false,
      role: "member",
    })

    const person = await given.person()
    const shapes = async (id: string) =>
      (await items())
        .filter((item) => item.userId === id && item.__edb_e__ !== "oneTimeToken")
        .map((item: Item) => `${item.__edb_e__}: ${Object.keys(item).sort()}`)
        .sort()
    expect(await shapes(person.userId)).toEqual(await shapes(userId))
    const again = await SignIn.withPassword(visitor(), { email: person.email, password })
    expect(again.userId).toBe(person.userId)
  })

  it("gives one handle to exactly one of those who claim it at once (check 40)", slow, async () => {
    const outcomes = await Promise.allSettled(
      ["Contested", "contested", "@CONTESTED"].map((handle, i) =>
        Account.signUp(visitor(), { handle, email: `claim${i}@example.com`, password, ageConfirmed }),
      ),
    )
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "handle_taken" })
    }
  })

  it("gives one address to one account, and the answer does not tell (check 32)", slow, async () => {
    const claims = ["Twice@example.com", "twice@example.com"].map((email, i) =>
      Account.signUp(visitor(), { handle: `twice_${i}`, email, password, ageConfirmed }),
    )
    expect(await Promise.all(claims)).toEqual([{ verification: "optional" }, { verification: "optional" }])
    const { data } = await table()
      .handle.get([{ handle: "twice_0" }, { handle: "twice_1" }])
      .go()
    expect(data.filter(({ userId }) => userId)).toHaveLength(1)
    expect(data).toHaveLength(2)
    await settle()
    const mails = [...(await mailsTo("Twice@example.com")), ...(await mailsTo("twice@example.com"))]
    expect(mails.map(({ subject }) => subject.split(" ")[0]).sort()).toEqual(["Confirm", "You"])
  })

  it(
    "with a known address answers as with a new one, also under an older key; the mail tells (check 32)",
    slow,
    async () => {
      const ada = await given.person()
      await withSecret("EmailKey", rotated("EmailKey"), async () => {
        expect(await User.isKnown(ada.email.toUpperCase())).toBe(true)
        const answer = await Account.signUp(visitor(), {
          handle: "somebody_new",
          email: ada.email,
          password,
          ageConfirmed,
        })
        expect(answer).toEqual({ verification: "optional" })
        expect(await User.byEmail(ada.email)).toMatchObject({ handle: ada.handle })
      })
      await settle()
      const [mail, ...more] = await mailsTo(ada.email)
      expect(mail?.subject).toBe("You already have an account at Ichimai")
      expect(mail?.text).not.toContain("token=")
      expect(more).toEqual([])
      await expect(User.get(ada, { handle: "somebody_new" })).rejects.toMatchObject({ code: "not_found" })
      const claim = Account.signUp(visitor(), {
        handle: "somebody_new",
        email: "late@example.com",
        password,
        ageConfirmed,
      })
      await expect(claim).rejects.toMatchObject({ code: "conflict", reason: "handle_taken" })
      // Nobody confirmed it: after a week it is free.
      await table().handle.patch({ handle: "somebody_new" }).set({ expires: 1 }).go()
      await Account.signUp(visitor(), {
        handle: "somebody_new",
        email: "late@example.com",
        password,
        ageConfirmed,
      })
    },
  )
})

describe("a mailed link", () => {
  it("confirms the address, once, and is in the mail alone", slow, async () => {
    const email = "grace@example.com"
    await Account.signUp({ ...visitor(), locale: "ja" }, { handle: "grace", email, password, ageConfirmed })
    await settle()
    const token = await tokenMailedTo(email)
    expect((await mailsTo(email))[0]).toMatchObject({ subject: "Ichimai：メールアドレスの確認" })
    const rows = JSON.stringify(await items())
    expect(rows).toContain(email)
    for (const secret of [token, password]) expect(rows).not.toContain(secret)

    await expect(reset(token)).rejects.toMatchObject({ code: "gone" })
    const twice = await Promise.allSettled([1, 2].map(() => Account.verify(visitor(), { token })))
    expect(twice.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(Account.verify(visitor(), { token })).rejects.toMatchObject({
      code: "gone",
      reason: "link_used",
    })
    expect(await User.byEmail(email)).toMatchObject({ emailVerified: true, hidden: false })
  })

  it(
    "sets a new password once, ends every session, and outlives a rotation of its key (checks 33, 34)",
    slow,
    async () => {
      const ada = await given.person()
      await Account.forgotPassword(visitor(), { email: ada.email.toUpperCase() })
      await withSecret("TokenKey", rotated("TokenKey"), settle)
      const token = await tokenMailedTo(ada.email)
      await expect(reset(token, "password1234")).rejects.toMatchObject({
        issues: [{ message: "password_common" }],
      })
      await expect(reset(token, `${ada.handle} 123`)).rejects.toMatchObject({ code: "invalid" })
      expect(await Session.check(ada.sessionId)).toMatchObject({ userId: ada.userId })
      await reset(token)
      expect(await Session.check(ada.sessionId)).toBeUndefined()
      await expect(reset(token, "nine calm ravens 63")).rejects.toMatchObject({ code: "gone" })
      await expect(SignIn.withPassword(visitor(), { email: ada.email, password })).rejects.toMatchObject({
        reason: "wrong_password",
      })
      expect(await SignIn.withPassword(visitor(), { email: ada.email, password: other })).toMatchObject({
        userId: ada.userId,
      })
    },
  )

  it("is void once the password has changed, through another link or not (check 34)", slow, async () => {
    const ada = await given.person()
    const asked = async () => {
      await Account.forgotPassword(visitor(), { email: ada.email })
      await settle()
      return tokenMailedTo(ada.email)
    }
    const [first, second] = [await asked(), await asked()]
    expect(first).not.toBe(second)
    await reset(second)
    await expect(reset(first)).rejects.toMatchObject({ code: "gone", reason: "link_used" })
    expect(JSON.stringify(await mailsTo(ada.email))).not.toContain("scrypt")
  })

  it("ends the sign-in with the password before, too, that is under way", async () => {
    const ada = await given.person()
    await Account.forgotPassword(visitor(), { email: ada.email })
    await settle()
    const token = await tokenMailedTo(ada.email)
    const late = justBefore(
      "TransactWriteItemsCommand",
      () => reset(token),
      () => SignIn.withPassword(visitor(), { email: ada.email, password }),
    )
    await expect(late).rejects.toMatchObject({ code: "unauthenticated", reason: "wrong_password" })
    expect((await Session.list(ada, {})).items).toEqual([])
  })

  it("shows nobody who was suspended just before it was followed", async () => {
    const ada = await given.person()
    await Account.forgotPassword(visitor(), { email: ada.email })
    await settle()
    const token = await tokenMailedTo(ada.email)
    const shut = () => Account.suspend({ kind: "system" }, { userId: ada.userId, by: "ops" })
    await justBefore("TransactWriteItemsCommand", shut, () => reset(token))
    expect(await User.byId(ada.userId)).toMatchObject({ hidden: true, suspendedAt: expect.any(String) })
  })

  it("that is too old opens nothing, even while its row is still there", async () => {
    const ada = await given.person()
    await Account.forgotPassword(visitor(), { email: ada.email })
    await settle()
    const token = await tokenMailedTo(ada.email)
    const row = (await items()).find(
      (item) => item.__edb_e__ === "oneTimeToken" && item.userId === ada.userId,
    )
    await table()
      .oneTimeToken.patch({ hash: String(row?.hash) })
      .set({ expires: 1 })
      .go()
    await expect(reset(token)).rejects.toMatchObject({ code: "gone" })
    await expect(Account.verify(visitor(), { token: "x".repeat(43) })).rejects.toMatchObject({ code: "gone" })
  })

  it("gives a late account its handle back, unless somebody else has it by now", slow, async () => {
    const [ada, eve] = [await given.person(), await given.person()]
    const asked = async (person: typeof ada) => {
      await Account.forgotPassword(visitor(), { email: person.email })
      await settle()
      return tokenMailedTo(person.email)
    }
    // Nobody confirmed the two in time: one handle is free again, the other somebody else's.
    await table().handle.delete({ handle: ada.handle }).go()
    await table().handle.put({ handle: eve.handle, userId: "usr_somebody" }).go()
    await reset(await asked(ada))
    expect(await User.get(visitor(), { handle: ada.handle })).toMatchObject({ id: ada.userId })
    await expect(reset(await asked(eve))).rejects.toMatchObject({ code: "conflict", reason: "handle_taken" })
    expect((await table().handle.get({ handle: eve.handle }).go()).data?.userId).toBe("usr_somebody")
    expect(await Session.check(eve.sessionId)).toMatchObject({ userId: eve.userId })
  })

  it("is asked for with the same answer by those who have an account and those who have none (check 32)", async () => {
    const ada = await given.person()
    // What follows from the people of this file, the search for them say, is not counted.
    await settle()
    const before = (await items()).length
    const answers = [ada.email, "nobody@example.com"].map((email) =>
      Account.forgotPassword(visitor(), { email }),
    )
    expect(await Promise.all(answers)).toEqual([undefined, undefined])
    await settle()
    expect(await mailsTo(ada.email)).toHaveLength(1)
    expect(await mailsTo("nobody@example.com")).toEqual([])
    // Two limits and one token each: the same writes.
    expect((await items()).length - before).toBe(6)
  })
})

describe("changing the password (checks 33, 34)", () => {
  it("needs the present one, refuses common ones, and ends the other sessions at once", slow, async () => {
    const ada = await given.person()
    const elsewhere = await SignIn.withPassword(visitor(), { email: ada.email, password })
    const change = (current: string, word: string) => Account.changePassword(ada, { current, password: word })
    await expect(change("wrong wrong wrong", other)).rejects.toMatchObject({
      issues: [{ path: ["current"], message: "password_wrong" }],
    })
    await expect(change(password, "qwertyuiop123")).rejects.toMatchObject({
      issues: [{ path: ["password"], message: "password_common" }],
    })
    expect(await Session.check(elsewhere.sessionId)).toBeDefined()
    await change(password, other)
    expect(await Session.check(elsewhere.sessionId)).toBeUndefined()
    expect(await Session.check(ada.sessionId)).toBeDefined()
    await expect(change(password, other)).rejects.toMatchObject({ code: "invalid" })
  })
})
