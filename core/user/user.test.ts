import { describe, expect, it } from "vitest"
import { given, visitor } from "../../testing/given"
import { retired, rotated, withSecret } from "../../testing/secrets"
import { slow } from "../../testing/slow"
import { User } from "./index"
import { MeView, UserView } from "./user.schema"

describe("a person", () => {
  it("is found by the handle in any case, and shows no more than a profile has", async () => {
    const ada = await given.person()
    const view = await User.get(visitor(), { handle: `@${ada.handle.toUpperCase()}` })
    expect(UserView.strict().parse(view)).toEqual(view)
    expect(MeView.strict().parse(await User.me(ada, {}))).toMatchObject({ email: ada.email })
    await expect(User.get(visitor(), { handle: "nobody_here" })).rejects.toMatchObject({ code: "not_found" })
    await expect(User.me(visitor(), {})).rejects.toMatchObject({ code: "unauthenticated" })
  })

  it("changes what is given and nothing else", async () => {
    const ada = await given.person()
    const changed = await User.update(ada, { name: "  Ada  ", bio: "one\r\ntwo" })
    expect(changed).toMatchObject({ name: "Ada", bio: "one\ntwo", locale: "en", handle: ada.handle })
    expect(await User.update(ada, {})).toEqual(changed)
    expect(await User.update(ada, { locale: "ja" })).toEqual({ ...changed, locale: "ja" })
    await expect(User.update(ada, { role: "admin" } as never)).rejects.toMatchObject({ code: "invalid" })
  })

  it("names places elsewhere on the web, and says whether search engines are welcome", slow, async () => {
    const ada = await given.person()
    const links = [
      { url: " HTTPS://Arrieta.example/Prints ", label: " Prints " },
      { url: "http://例え.example" },
    ]
    const changed = await User.update(ada, { links, unlisted: true })
    const view = await User.get(visitor(), { handle: ada.handle })
    expect(view).toMatchObject({
      links: [
        { url: "https://arrieta.example/Prints", label: "Prints" },
        { url: "http://xn--r8jz45g.example/" },
      ],
      unlisted: true,
      private: false,
    })
    expect(UserView.strict().parse(view)).toEqual(view)
    expect(await User.update(ada, { unlisted: false })).toEqual({ ...changed, unlisted: false })
    expect((await User.update(ada, { links: [] })).links).toEqual([])
    const six = Array.from({ length: 6 }, (_, i) => ({ url: `https://example.com/${i}` }))
    await expect(User.update(ada, { links: six })).rejects.toMatchObject({ code: "invalid" })
    expect((await User.update(ada, { links: six.slice(1) })).links).toHaveLength(5)
  })

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)//https://a.example",
    "java\nscript:alert(1)",
    "https://a.example\u0000",
    "ht\ttps://a.example",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://a.example",
    "//a.example",
    "a.example",
    "https:a.example",
    "https:\\\\a.example",
    "https://bank.example@a.example",
    "https://user:word@a.example",
    "https://localhost",
    "https://a.example/\u202egpj.exe",
    "https://",
    "https://a b.example",
    `https://a.example/${"x".repeat(300)}`,
    "",
  ])("does not link to %j", async (url) => {
    const ada = await given.person()
    await expect(User.update(ada, { links: [{ url }] })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["links", 0, "url"] }],
    })
  })

  it("keeps what looks like markup as the text that it is (check 31)", async () => {
    const ada = await given.person()
    const name = '"><img src=x onerror=alert(1)>'
    const bio = "<script>alert(1)</script>\n{{7*7}} &lt;b&gt; javascript:alert(1)"
    const links = [{ url: 'https://a.example/"><svg/onload=alert(1)>', label: "</a><script>x</script>" }]
    expect(await User.update(ada, { name, bio, links })).toMatchObject({
      name,
      bio,
      links: [{ url: "https://a.example/%22%3E%3Csvg/onload=alert(1)%3E", label: "</a><script>x</script>" }],
    })
  })

  it("is found by the address under an older key, until that is retired", async () => {
    const ada = await given.person()
    const find = () => User.byEmail(ada.email.toUpperCase())
    expect(await withSecret("EmailKey", rotated("EmailKey"), find)).toMatchObject({ userId: ada.userId })
    expect(await withSecret("EmailKey", retired, find)).toBeUndefined()
  })
})
