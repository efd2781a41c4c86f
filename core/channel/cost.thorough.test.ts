import { expect, it } from "vitest"
import { spent } from "../../testing/budget"
import { settle } from "../../testing/events"
import { given, visitor } from "../../testing/given"
import { writtenPost } from "../../testing/posts"
import { Embed } from "../embed"
import { Sitemap } from "../sitemap"
import { Channel } from "."

/** Steps, requests and read units that each may take. */
const budgets = {
  person: { hops: 4, requests: 6, read: 40 },
  tag: { hops: 3, requests: 4, read: 40 },
  embed: { hops: 2, requests: 3, read: 4 },
  index: { hops: 1, requests: 4, read: 60 },
}

it("what leaves the site costs the same however much there is", async () => {
  const ada = await given.person()
  const write = async (count: number) => {
    let postId = ""
    for (let i = 0; i < count; i++) postId = await writtenPost(ada, { caption: "#cost" })
    await settle()
    return postId
  }
  const costs = async (postId: string) => {
    const calls: Record<string, () => Promise<unknown>> = {
      person: () => Channel.ofPerson(visitor(), { handle: ada.handle }),
      tag: () => Channel.ofTag(visitor(), { tag: "cost" }),
      embed: () => Embed.page(visitor(), { postId }),
      index: () => Sitemap.index(visitor(), {}),
    }
    const found: Record<string, { hops: number; requests: number; read: number }> = {}
    for (const [name, call] of Object.entries(calls)) {
      const { hops, requests, read } = await spent(call)
      found[name] = { hops, requests, read }
    }
    return found
  }
  const few = await costs(await write(40))
  for (const [name, budget] of Object.entries(budgets)) {
    expect([name, few[name]]).toMatchObject([name, { hops: budget.hops, requests: budget.requests }])
    expect([name, few[name]?.read, (few[name]?.read ?? 99) <= budget.read]).toEqual([
      name,
      few[name]?.read,
      true,
    ])
  }
  const more = await costs(await write(30))
  // The index reads a hundred posts, and there were fewer.
  for (const name of ["person", "tag", "embed"]) expect([name, more[name]]).toEqual([name, few[name]])
})
