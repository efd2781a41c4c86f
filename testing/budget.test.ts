import { beforeAll, expect, it } from "vitest"
import { table } from "../core/table"
import { User } from "../core/user"
import { spent } from "./budget"
import { given, type Person } from "./given"

let ada: Person
beforeAll(async () => {
  ada = await given.person()
})

it("counts reads as DynamoDB bills them: half a unit for 4 KB, a whole one where it must be up to date", async () => {
  const { userId } = ada
  const lazy = await spent(() => table().userCount.get({ userId }).go())
  expect(lazy).toMatchObject({ requests: 1, hops: 1, read: 0.5, write: 0 })
  const strict = await spent(() => table().userCount.get({ userId }).go({ consistent: true }))
  expect(strict).toMatchObject({ requests: 1, read: 1 })
})

it("counts writes, and tells steps from calls that are made together", async () => {
  const both = () => Promise.all([User.byId(ada.userId), User.byId(ada.userId)])
  expect(await spent(both)).toMatchObject({ requests: 2, hops: 1, read: 2 })
  const chain = async () => {
    await both()
    await User.update(ada, { bio: "x" })
  }
  const { hops, write, calls } = await spent(chain)
  expect([hops, write > 0, calls[2]]).toEqual([3, true, { name: "UpdateItem", hop: 2, units: 1 }])
})
