import { beforeAll, describe, expect, it } from "vitest"
import { User } from "@/core/user"
import { given, type Person } from "@/testing/given"
import { openPage } from "@/testing/page"

let ada: Person
let now: string
beforeAll(async () => {
  ada = await given.person()
  await given.post(ada)
  now = `${ada.handle}_2`
  await User.update(ada, { handle: now })
})

describe("the pages of a person", () => {
  it.each(["", "/described"])("are at the handle that they have (%s)", async (below) => {
    expect(await openPage(`/u/${now}${below}`)).toEqual({ status: 200 })
    expect(await openPage(`/u/${now}${below}`, ada)).toEqual({ status: 200 })
    expect(await openPage(`/u/nobody_here${below}`)).toEqual({ status: 404 })
    expect(await openPage(`/u/admin${below}`)).toEqual({ status: 404 })
  })

  it.each(["", "/described"])(
    "are found by an old handle, for good, at the same place (%s)",
    async (below) => {
      const location = `/u/${now}${below}`
      for (const handle of [ada.handle, now.toUpperCase(), `%40${now}`]) {
        expect(await openPage(`/u/${handle}${below}`)).toEqual({ status: 308, location })
      }
      expect(await openPage(`/u/${ada.handle}${below}?cursor=abc`)).toEqual({
        status: 308,
        location: `${location}?cursor=abc`,
      })
    },
  )
})
