import { beforeAll, expect, it } from "vitest"
import { settle } from "@/testing/events"
import { given, type Person } from "@/testing/given"
import { openPage } from "@/testing/page"

let ada: Person
beforeAll(async () => {
  const ben = await given.person()
  ada = await given.person()
  await given.follow(ada, ben)
  for (let n = 0; n < 2; n++) await given.post(ben)
  await settle()
})

it.each(["/", "/trending", "/explore"])(
  "opens for visitors, members and the new alike (%s)",
  async (path) => {
    for (const as of [undefined, ada, await given.person()])
      expect(await openPage(path, as)).toEqual({ status: 200 })
  },
)

it("does not open behind a place in a list that is not one", async () => {
  for (const as of [undefined, ada]) expect(await openPage("/?cursor=abc", as)).toEqual({ status: 404 })
  expect(await openPage("/trending?cursor=abc")).toEqual({ status: 404 })
})
