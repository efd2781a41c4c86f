import { beforeAll, expect, it } from "vitest"
import { settle } from "../../testing/events"
import { given } from "../../testing/given"
import { useSettings } from "../../testing/settings"
import { slow } from "../../testing/slow"
import { table } from "../table"

beforeAll(() => useSettings({ limits: { fanOutFollowers: 20 } }))

it("becomes large above the limit and small again only a tenth below it", slow, async () => {
  const { userId } = await given.person()
  const large = async (followers: number) => {
    await table().userCount.patch({ userId }).set({ followers }).go()
    await settle()
    return (await table().userCount.get({ userId }).go()).data?.large ?? false
  }
  const found = []
  for (const followers of [20, 21, 20, 18, 17, 18, 20, 21]) found.push(await large(followers))
  expect(found).toEqual([false, true, true, true, false, false, false, true])
})
