import { describe, expect, it } from "vitest"
import { given, visitor } from "../../testing/given"
import { retired, rotated, withSecret } from "../../testing/secrets"
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

  it("is found by the address under an older key, until that is retired", async () => {
    const ada = await given.person()
    const find = () => User.byEmail(ada.email.toUpperCase())
    expect(await withSecret("EmailKey", rotated("EmailKey"), find)).toMatchObject({ userId: ada.userId })
    expect(await withSecret("EmailKey", retired, find)).toBeUndefined()
  })
})
