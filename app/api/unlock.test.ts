import { expect, it } from "vitest"
import { Share } from "@/core/share"
import { api } from "../../testing/api"
import { given } from "../../testing/given"

it("a link that ends in an hour closes none that was opened for a week", async () => {
  const ada = await given.person()
  const { id: postId } = await given.post(ada)
  const password = "harebell-scree"
  const endsAt = new Date(Date.now() + 3_600_000).toISOString()
  let cookie = ""
  const ages: number[] = []
  for (const ends of [{}, { endsAt }]) {
    const { url = "" } = await Share.createForPost(ada, { postId, password, ...ends })
    const opened = await api(`POST /api/s/${url.split("/s/")[1]}/unlock`, {
      json: { password },
      headers: { cookie },
    })
    const set = opened.headers.get("set-cookie") ?? ""
    cookie = set.split(";")[0] ?? ""
    ages.push(Number(/Max-Age=(\d+)/.exec(set)?.[1]))
  }
  expect(ages[0]).toBeGreaterThan(6 * 86_400)
  expect(ages[1]).toBeGreaterThan(6 * 86_400)
})
