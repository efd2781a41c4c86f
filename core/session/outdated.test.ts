import { describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given, type Person, password, visitor } from "../../testing/given"
import { Account } from "../account"
import { SignIn } from "../sign-in"
import { table } from "../table"
import { later, now } from "../time"
import { Session } from "./index"

const entered = async (ada: Person) => ({
  ...ada,
  ...(await SignIn.withPassword(visitor(), { email: ada.email, password })),
})

// What ends a person's sessions finds them by an index, which may not have one that was opened in that very moment.
describe("a session that was missed when its person's were ended", () => {
  it.for([
    ["a new password", { passwordHash: "scrypt$another" }],
    ["a suspension", { suspendedAt: now(), hidden: true }],
    ["another role", { role: "moderator" }],
    ["going away", { deactivatedAt: later(60), hidden: true }],
    [
      "asking for the account to be deleted",
      { deactivatedAt: later(60), leavingAt: later(90), hidden: true },
    ],
  ] as const)("ends after %s", async ([, change]) => {
    const { sessionId, userId } = await entered(await given.person())
    await table().user.patch({ userId }).set(change).go()
    await settle()
    expect(await Session.check(sessionId)).toBeUndefined()
  })

  it("is none that stands as it did when it was opened", async () => {
    const { sessionId } = await entered(await given.person())
    await settle()
    expect(await Session.check(sessionId)).toBeDefined()
  })

  it("is none in which the password was changed, or the role given, however late that is looked at", async () => {
    const ada = await entered(await given.person())
    await Account.changePassword(ada, { current: password, password: `${password} 2` })
    const admin = await given.admin()
    await settle()
    expect(await Session.check(ada.sessionId)).toBeDefined()
    expect(await Session.check(admin.sessionId)).toMatchObject({ role: "admin" })
  })

  it("is none of who came back to take the deletion of the account back", async () => {
    const ada = await given.person()
    const at = now()
    await table()
      .user.patch({ userId: ada.userId })
      .set({ hidden: true, deactivatedAt: at, leavingAt: later(90) })
      .go()
    const { sessionId } = await entered(ada)
    await settle()
    expect(await Session.check(sessionId)).toBeDefined()
  })
})
