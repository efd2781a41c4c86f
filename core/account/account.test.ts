import { describe, expect, it } from "vitest"
import { given, password, visitor } from "../../testing/given"
import { Session } from "../session"
import { User } from "../user"
import { Account } from "./index"

describe("signing up", () => {
  it("opens an account that can sign in", async () => {
    const ada = await given.person("ada_lovelace")
    expect(await User.me(ada, {})).toMatchObject({
      handle: "ada_lovelace",
      emailVerified: false,
      role: "member",
    })
  })

  it("gives one handle to exactly one of many who claim it at once", async () => {
    const claims = Array.from({ length: 8 }, (_, i) =>
      Account.signUp(visitor(), { handle: "contested", email: `claim${i}@example.com`, password }),
    )
    const outcomes = await Promise.allSettled(claims)
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ reason: "handle_taken" })
    }
  })
})
