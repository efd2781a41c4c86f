import { describe, expect, it } from "vitest"
import { withSecret } from "../testing/secrets"
import { newestSecret, same, secretVersions, sign } from "./secret"

describe("a secret", () => {
  it("has versions, newest first, whose values may contain colons", async () => {
    await withSecret("TokenKey", "b:new:er, a:older", () => {
      expect(secretVersions("TokenKey")).toEqual([
        { id: "b", value: "new:er" },
        { id: "a", value: "older" },
      ])
      expect(newestSecret("TokenKey").id).toBe("b")
    })
  })

  it.each(["justvalue", ":value", "id:", "a:b,", ""])(
    "written as %j is refused without saying it",
    async (text) => {
      await withSecret("TokenKey", text, () => {
        expect(() => newestSecret("TokenKey")).toThrow("The secret TokenKey is not written as")
      })
    },
  )
})

it("signs as HMAC-SHA-256 does (RFC 4231, case 2)", () => {
  expect(Buffer.from(sign("Jefe", "what do ya want for nothing?"), "base64url").toString("hex")).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  )
})

it("compares texts of every length", () => {
  expect([same("a", "a"), same("a", "b"), same("a", "aa"), same("", "")]).toEqual([true, false, false, true])
})
