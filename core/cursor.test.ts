import { describe, expect, it } from "vitest"
import { retired, rotated, withSecret } from "../testing/secrets"
import { decodeCursor, encodeCursor } from "./cursor"
import { newId } from "./id"

const id = newId("post")
const refusal = expect.objectContaining({
  code: "invalid",
  issues: [expect.objectContaining({ path: ["cursor"] })],
})
const refused = (run: () => unknown) => {
  let error: unknown
  try {
    run()
  } catch (thrown) {
    error = thrown
  }
  expect(error).toEqual(refusal)
}

describe("a cursor", () => {
  it("stands behind the id that it was made of", () => {
    expect(decodeCursor("latest", encodeCursor("latest", id))).toBe(id)
    expect(encodeCursor("latest", id)).toMatch(/^[\w-]{80,200}$/)
  })

  it("is refused when any byte of it was changed", () => {
    const bytes = Buffer.from(encodeCursor("latest", id), "base64url")
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes)
      changed[i] = (changed[i] ?? 0) ^ 1
      refused(() => decodeCursor("latest", changed.toString("base64url")))
    }
  })

  it("of another list, cut short, or made up is refused", () => {
    refused(() => decodeCursor("latest", encodeCursor("posts-of-usr_1", id)))
    refused(() => decodeCursor("latest", encodeCursor("latest", id).slice(0, -4)))
    for (const text of ["", "x", "%00", "🙂", Buffer.from("1|1|pst_1|").toString("base64url")]) {
      refused(() => decodeCursor("latest", text))
    }
  })

  it("outlives a rotation of its key, until that is retired", async () => {
    const old = encodeCursor("latest", id)
    await withSecret("CursorKey", rotated("CursorKey"), () => {
      expect(decodeCursor("latest", old)).toBe(id)
      const fresh = encodeCursor("latest", id)
      expect(fresh).not.toBe(old)
      expect(decodeCursor("latest", fresh)).toBe(id)
    })
    await withSecret("CursorKey", retired, () => refused(() => decodeCursor("latest", old)))
  })
})
