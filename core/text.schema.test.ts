import { describe, expect, it } from "vitest"
import { line, text } from "./text.schema"
import { Email, Handle, Password } from "./user/user.schema"

const faults = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map(({ message }) => message)

describe("text", () => {
  it("is trimmed, has one kind of line end, and is normalised to NFC", () => {
    expect(text(20).parse("  a\r\nb\rc\te\u0301 ")).toBe("a\nb\nc\té")
  })

  it.each([
    ["NUL", "a\0b"],
    ["an escape", "a\u001bb"],
    ["C1", "a\u0085b"],
    ["a high surrogate", "a\ud83d"],
    ["a low surrogate", "\ude00a"],
  ])("with %s is refused", (_, value) => {
    expect(faults(text(10), value)).toContain("unshowable")
  })

  it("counts code points, after normalising", () => {
    expect(text(2).parse("🙂🙂")).toBe("🙂🙂")
    expect(faults(text(2), "🙂🙂🙂")).toEqual(["too_long"])
    expect(text(2).parse("e\u0301e\u0301")).toBe("éé")
    expect(text(2).parse(`ab${" ".repeat(100)}`)).toBe("ab")
    expect(faults(text(9, 2), " é ")).toEqual(["too_short"])
  })

  it("on one line has one line", () => {
    expect(line(9).parse("one\n")).toBe("one")
    for (const value of ["a\nb", "a\rb"]) expect(faults(line(9), value)).toEqual(["one_line"])
  })
})

describe("a handle", () => {
  it.each([
    ["Ada", "ada"],
    ["@ada.b_1", "ada.b_1"],
    ["ＡＤＡ", "ada"],
    ["a".repeat(30), "a".repeat(30)],
  ])("%j is %j", (given, handle) => {
    expect(Handle.parse(given)).toBe(handle)
  })

  it.each([
    "ab",
    "a".repeat(31),
    ".ada",
    "ada.",
    "a..da",
    "a da",
    "adá",
    "а-da",
    "аda",
    "a\0da",
    "ada\n",
    "@@ada",
  ])("%j is none", (given) => {
    expect(faults(Handle, given)).toEqual(["handle"])
  })

  it.each(["admin", "API", "ＡＰＩ", "ichimai"])("%j is kept by the house", (given) => {
    expect(faults(Handle, given)).toEqual(["handle_reserved"])
  })
})

describe("an e-mail address", () => {
  it("is trimmed and keeps its case", () => expect(Email.parse(" Ada@Example.com ")).toBe("Ada@Example.com"))

  it.each([
    "",
    "ada",
    "ada@",
    "@example.com",
    "a da@example.com",
    "ada@example.com\nbcc: x@y.z",
    "ada\0@example.com",
    "\ud800@example.com",
    `${"a".repeat(250)}@b.co`,
  ])("%j is none", (given) => {
    expect(faults(Email, given)).toEqual(["email"])
  })
})

describe("a password", () => {
  it("has 12 to 128 code points (check 33)", () => {
    for (const right of ["a".repeat(12), "a".repeat(128), "🙂".repeat(12), "🙂".repeat(128)]) {
      expect(Password.parse(right)).toBe(right)
    }
    for (const short of ["a".repeat(11), "🙂".repeat(11)])
      expect(faults(Password, short)).toEqual(["password_short"])
    for (const long of ["a".repeat(129), "🙂".repeat(129)])
      expect(faults(Password, long)).toEqual(["password_long"])
  })
})
