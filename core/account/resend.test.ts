import { describe, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given, visitor } from "../../testing/given"
import { mailsTo, tokenMailedTo } from "../../testing/mail"
import { slow } from "../../testing/slow"
import { User } from "../user"
import { Account } from "./index"

describe("asking for the confirming mail once more", () => {
  it("brings a link that works, until the address is confirmed", slow, async () => {
    const ada = await given.person()
    await Account.resendVerification(visitor(), { email: ada.email.toUpperCase() })
    await settle()
    await Account.verify(visitor(), { token: await tokenMailedTo(ada.email) })
    expect(await User.me(ada, {})).toMatchObject({ emailVerified: true })

    const before = (await mailsTo(ada.email)).length
    await Account.resendVerification(visitor(), { email: ada.email })
    await settle()
    expect(await mailsTo(ada.email)).toHaveLength(before)
  })

  it("says nothing to and about a stranger, and is limited by address and account", slow, async () => {
    const caller = visitor()
    for (let i = 0; i < 5; i++) await Account.resendVerification(caller, { email: "nobody@example.com" })
    await settle()
    expect(await mailsTo("nobody@example.com")).toEqual([])
    await expect(
      Account.resendVerification(visitor(), { email: "nobody@example.com" }),
    ).rejects.toMatchObject({
      code: "rate_limited",
    })
  })
})
